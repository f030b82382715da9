import { expect, test } from 'vitest'
import { consequences, effects, given, officeBeside } from './words'

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

test('an office stands beside a title that does not name it', () => {
  expect(officeBeside({ title: 'Kepala Dinas Sosial', office: 'Dinas Sosial' })).toBe('')
  expect(officeBeside({ title: 'Sekretaris', office: 'Dinas Sosial' })).toBe('Dinas Sosial')
})

test('a rotation as a whole tells who and what is left without', () => {
  const move = {} as never
  const post = {} as never
  expect(effects({ moves: [move, move], vacant: [], without_post: [] })).toBe('2 perpindahan')
  expect(effects({ moves: [move], vacant: [post], without_post: ['Budi', 'Ani'] })).toBe(
    '1 perpindahan, 1 jabatan menjadi lowong, 2 orang tanpa jabatan definitif',
  )
})
