import { expect, test } from 'vitest'
import { item, paragraph, span, table, textOf } from './blocks'
import { compareBlocks } from './compare'

const line = (text: string) => paragraph([span(text)])

test('a text is numbered as it is printed, and a paragraph begins the numbers anew', () => {
  const blocks = [item([span('satu')], 1), item([span('rinci')], 2), item([span('sub')], 3), item([span('dua')], 1), item([span('rinci')], 2)]
  expect(textOf([...blocks, line('Sela'), item([span('satu')], 1)])).toBe('1. satu\na. rinci\n1) sub\n2. dua\na. rinci\nSela\n1. satu')
})

test('of a changed paragraph only its words are marked; what stayed is told as it is', () => {
  expect(compareBlocks([line('Rapat hari Senin di aula'), line('Tetap')], [line('Rapat hari Selasa di aula'), line('Tetap')])).toEqual([
    {
      change: 'changed',
      pieces: [
        { text: 'Rapat hari ', change: 'same' },
        { text: 'Senin', change: 'removed' },
        { text: 'Selasa', change: 'added' },
        { text: ' di aula', change: 'same' },
      ],
    },
    { change: 'same', pieces: [{ text: 'Tetap', change: 'same' }] },
  ])
})

test('what came and what went are whole blocks, and two that have nothing in common are two', () => {
  expect(compareBlocks([line('Satu')], [line('Satu'), line('Baru')]).map((it) => it.change)).toEqual(['same', 'added'])
  expect(compareBlocks([line('Satu'), line('Lama')], [line('Satu')]).map((it) => it.change)).toEqual(['same', 'removed'])
  expect(compareBlocks([line('Kepala dinas')], [line('Terima kasih')]).map((it) => it.change)).toEqual(['added', 'removed'])
  expect(compareBlocks([], [])).toEqual([])
})

test('a table is compared by its words', () => {
  const list = (name: string) => table([[[span('No.')], [span('Nama')]], [[span('1.')], [span(name)]]])
  expect(compareBlocks([list('Ali')], [list('Budi')])[0]?.pieces.filter((it) => it.change !== 'same')).toEqual([
    { text: 'Ali', change: 'removed' },
    { text: 'Budi', change: 'added' },
  ])
})
