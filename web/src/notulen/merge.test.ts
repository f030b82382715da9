import { expect, test } from 'vitest'
import { EMPTY, merge, saysTheSame, type Row, type Text } from './merge'

const BASE: Text = { ...EMPTY, opening: 'Dibuka.', discussion: 'Data.' }
const row = (id: string, text: string, more: Partial<Row> = {}): Row => ({
  id,
  text,
  owner_id: '',
  as_post: true,
  due_on: null,
  ...more,
})
const text = (changed: Partial<Text>): Text => ({ ...BASE, ...changed })

test('what each changed alone stands as each wrote it', () => {
  const merged = merge(BASE, text({ opening: 'Dibuka 09.05.' }), text({ discussion: 'Data dan anggaran.' }))
  expect(merged).toEqual(text({ opening: 'Dibuka 09.05.', discussion: 'Data dan anggaran.' }))
})

test('where both changed the same field both stand there', () => {
  expect(merge(BASE, text({ discussion: 'Anggaran.' }), text({ discussion: 'Pegawai.' })).discussion).toBe('Pegawai.\nAnggaran.')
})

test('who went on from what the other wrote says it all', () => {
  expect(merge(BASE, text({ discussion: 'Data. Satu. Dua.' }), text({ discussion: 'Data. Satu.' })).discussion).toBe('Data. Satu. Dua.')
})

test('decisions of both are there, and one that was taken away unchanged is gone', () => {
  const base = text({ decisions: [row('1', 'Satu'), row('2', 'Dua')] })
  const mine = text({ decisions: [row('1', 'Satu'), row('2', 'Dua'), row('3', 'Tiga')] })
  const theirs = text({ decisions: [row('2', 'Dua'), row('4', 'Empat')] })
  expect(merge(base, mine, theirs).decisions.map(({ text: words }) => words)).toEqual(['Dua', 'Empat', 'Tiga'])
})

test('one decision that both changed keeps the words of both and each one’s own fields', () => {
  const base = text({ decisions: [row('1', 'Data')] })
  const mine = text({ decisions: [row('1', 'Data OPD', { owner_id: 'p-budi' })] })
  const theirs = text({ decisions: [row('1', 'Data desa', { due_on: '2026-12-04' })] })
  expect(merge(base, mine, theirs).decisions).toEqual([
    row('1', 'Data desa / Data OPD', { owner_id: 'p-budi', due_on: '2026-12-04' }),
  ])
})

test('what I changed and they took away stays', () => {
  const base = text({ decisions: [row('1', 'Data')] })
  expect(merge(base, text({ decisions: [row('1', 'Data OPD')] }), BASE).decisions).toEqual([row('1', 'Data OPD')])
})

test('a space at an end, which the server takes away, is no other text', () => {
  expect(saysTheSame(text({ opening: 'Dibuka.\n' }), text({ opening: 'Dibuka.' }))).toBe(true)
  expect(saysTheSame(text({ opening: 'Dibuka.' }), text({ opening: 'Ditutup.' }))).toBe(false)
})
