import { expect, test } from 'vitest'
import { EMPTY_GUEST, guestMistakes, guestMistakesFrom, guestWritten, mailWords } from './guest-invite'

const RATNA = { name: ' Ratna ', institution: 'PT Angin', email: ' ratna@angin.example ' }

test('name, institution and a whole address are needed', () => {
  expect(Object.keys(guestMistakes(EMPTY_GUEST))).toEqual(['name', 'institution', 'email'])
  expect(guestMistakes({ ...RATNA, email: 'ratna@angin' })).toHaveProperty('email')
  expect(guestMistakes(RATNA)).toEqual({})
  expect(guestWritten(RATNA)).toEqual({ name: 'Ratna', institution: 'PT Angin', email: 'ratna@angin.example' })
})

test('an objection stands at its field, and one that concerns none at the address', () => {
  const detail = 'Isi nama tamu.'
  expect(guestMistakesFrom([{ pointer: '/guests/0/name', detail }])).toEqual({ name: detail })
  expect(guestMistakesFrom([{ pointer: '/guests', detail }])).toEqual({ email: detail })
})

test('what became of the e-mail says what can be done', () => {
  expect(mailWords({ mail: 'sent', mail_reason: '' })).toBe('Surel terkirim')
  expect(mailWords({ mail: 'refused', mail_reason: '550' })).toContain('(kode 550). Tarik, lalu undang lagi')
  expect(mailWords({ mail: 'failed', mail_reason: 'ConnectionRefusedError' })).not.toContain('Connection')
})
