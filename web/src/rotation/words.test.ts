import { expect, test } from 'vitest'
import { consequences, given } from './words'

test('an acting post is called by its kind', () => {
  expect(given({ kind: 'plt', title: 'Camat Trowulan' })).toBe('Plt. Camat Trowulan')
  expect(given({ kind: 'definitif', title: 'Camat Trowulan' })).toBe('Camat Trowulan')
})

test('what a move brings with it is told only where it brings something', () => {
  expect(consequences({ leaves: ['Sekretaris Camat'], replaces: ['Budi, S.E.', 'Ani, M.M.'] })).toBe(
    'Meninggalkan Sekretaris Camat. Menggantikan Budi, S.E.; Ani, M.M.',
  )
  expect(consequences({ leaves: [], replaces: [] })).toBe('')
})
