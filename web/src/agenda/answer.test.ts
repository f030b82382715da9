import { expect, test } from 'vitest'
import { answerWords } from './answer'

test('an answer is told to whoever gave it', () => {
  expect(answerWords({ kind: 'unanswered', deputy_name: '' })).toBe('Anda belum menjawab undangan ini.')
  expect(answerWords({ kind: 'coming', deputy_name: '' })).toBe('Anda menjawab: hadir.')
  expect(answerWords({ kind: 'not-coming', deputy_name: '' })).toBe('Anda menjawab: tidak hadir.')
  expect(answerWords({ kind: 'represented', deputy_name: 'Citra, S.E.' })).toBe('Anda diwakili Citra, S.E.')
})
