import { expect, test } from 'vitest'
import { troubleOf } from './camera'

test.each([
  ['SecurityError', 'insecure'],
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
])('%s of the browser means %s', (name, trouble) => {
  expect(troubleOf(new DOMException('', name))).toBe(trouble)
})

test('whatever else fails is what reads the picture', () => {
  expect(troubleOf(new Error('the worker did not load'))).toBe('decoder')
  expect(troubleOf(undefined)).toBe('decoder')
})
