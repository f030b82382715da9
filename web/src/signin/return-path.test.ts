import { expect, test } from 'vitest'
import { returnPath, signInPath } from './return-path'

const ORIGIN = 'https://portal.contoh'

const back = (wanted: string) => returnPath(new URLSearchParams({ lanjut: wanted }), ORIGIN)

test('signing in leads back to where the person was going', () => {
  const asked = new URL(signInPath('/agenda?tab=unit&waktu=lampau'), ORIGIN)

  expect(asked.pathname).toBe('/masuk')
  expect(returnPath(asked.searchParams, ORIGIN)).toBe('/agenda?tab=unit&waktu=lampau')
})

test('who was going nowhere arrives at Kerja saya', () => {
  expect(signInPath('/kerja')).toBe('/masuk')
  expect(returnPath(new URLSearchParams(), ORIGIN)).toBe('/kerja')
})

test.each(['https://lain.contoh/', '//lain.contoh/x', '/\\\\lain.contoh', 'javascript:alert(1)', 'agenda'])(
  '%s is no page of this site',
  (wanted) => {
    expect(back(wanted)).toBe('/kerja')
  },
)
