import { expect, test } from 'vitest'
import { accepted, mistakeOf, sha256, size } from './files'

const LIMITS = { endings: ['pdf', 'jpg'], largest: 25_000_000, choose: 'Pilih PDF.' }

test('sizes are written as people read them', () => {
  expect([1, 999, 310_400, 1_449_000, 25_000_000].map(size)).toEqual(['1 kB', '1 kB', '310 kB', '1,4 MB', '25 MB'])
})

test('a file chooser shows what the server takes', () => {
  expect(accepted(LIMITS)).toBe('.pdf,.jpg')
})

test.each([
  ['Rundown.pdf', 25_000_000],
  ['FOTO.JPG', 1],
])('%s of %d bytes is worth sending', (name, bytes) => {
  expect(mistakeOf({ name, size: bytes }, LIMITS)).toBeNull()
})

test.each([
  ['gambar.svg', 10, 'Jenis berkas ini tidak diterima. Pilih PDF.'],
  ['pdf', 10, 'Jenis berkas ini tidak diterima. Pilih PDF.'],
  ['Rundown.pdf', 0, 'Berkas kosong.'],
  ['Rundown.pdf', 25_000_001, 'Berkas terlalu besar. Paling besar 25 MB.'],
])('%s of %d bytes is not: %s', (name, bytes, sentence) => {
  expect(mistakeOf({ name, size: bytes }, LIMITS)).toContain(sentence)
})

test('a hash is the one that everybody computes', async () => {
  expect(await sha256(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
