import { describe, expect, test } from 'vitest'
import { findHallLink, readHallLink } from './hall-link'

const OURS = 'https://192.168.1.10:8080'
const HALL = `${OURS}/h/a1B2-_c3#kode-1`

test("the hall's code is a link of this portal that carries its code in the fragment", () => {
  expect(readHallLink(HALL, OURS)).toEqual({ agendaId: 'a1B2-_c3', code: 'kode-1' })
})

test('and says whether the meeting asks where the phone is', () => {
  expect(readHallLink(`${OURS}/h/a1?lokasi#kode`, OURS)).toEqual({ agendaId: 'a1', code: 'kode', asksPosition: true })
})

describe('something else is', () => {
  test.each([
    ['another site', 'https://contoh.example/h/a1#kode'],
    ['another port', 'https://192.168.1.10/h/a1#kode'],
    ['the same address without TLS', 'http://192.168.1.10:8080/h/a1#kode'],
    ['a name that only begins like ours', 'https://192.168.1.10:8080.contoh.example/h/a1#kode'],
    ['our name as a user of another site', 'https://192.168.1.10:8080@contoh.example/h/a1#kode'],
    ['another page of ours', `${OURS}/v/a1#kode`],
    ['a page below the hall', `${OURS}/h/a1/b#kode`],
    ['a way round', `${OURS}/h/../kerja#kode`],
    ['a link without a code', `${OURS}/h/a1`],
    ['a link with an empty code', `${OURS}/h/a1#`],
    ['a script', 'javascript:alert(1)'],
    ['a text', 'Selamat datang'],
    ['a payment', '00020101021126610014ID.CO.QRIS.WWW'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(readHallLink(text, OURS)).toBeNull()
  })
})

test("another poster beside the screen doesn't hide the hall's code", () => {
  expect(findHallLink(['https://contoh.example', HALL], OURS)?.code).toBe('kode-1')
  expect(findHallLink(['https://contoh.example'], OURS)).toBeNull()
  expect(findHallLink([], OURS)).toBeNull()
})
