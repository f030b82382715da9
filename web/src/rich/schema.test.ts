// @vitest-environment happy-dom
import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { type Block, item, paragraph, plain, span, table, tidy } from './blocks'
import { addColumn, deeper, higher, insertTable, KEYS, toggleItem } from './commands'
import { bringIn, toBlocks, toDoc } from './schema'

const TEXT: Block[] = [
  paragraph([span('Dengan '), span('tegas', { bold: true }), span(' dan '), span('cepat', { bold: true, italic: true })]),
  item([span('pada '), span('hari, tanggal', { blank: true })], 1),
  item([span('rinci')], 3),
  table([
    [[span('No.')], [span('Nama')], []],
    [[span('1.')], [span('Ali', { italic: true })], [span('jumlah', { blank: true })]],
  ]),
]

test('a text comes out of the editor as it went in', () => {
  expect(toBlocks(toDoc(TEXT))).toEqual(TEXT)
  expect(toBlocks(toDoc([]))).toEqual([])
})

test('every text of the form survives the editor', () => {
  let seed = 7
  const random = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
  const words = ['surat', 'dinas', 'a', 'naskah ', ' dan', '(x)', '[y]', '1.']
  const spans = () => tidy(Array.from({ length: 1 + random(4) }, () => span(words[random(8)] ?? '', { bold: random(2) > 0, italic: random(2) > 0, blank: random(4) === 0 })))
  const block = (): Block => {
    const kind = random(3)
    if (kind === 0) return paragraph(spans())
    if (kind === 1) return item(spans(), 1 + random(3))
    const columns = 1 + random(4)
    return table(Array.from({ length: 1 + random(3) }, () => Array.from({ length: columns }, () => (random(3) ? spans() : []))))
  }
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 1 + random(6) }, block).filter((it) => plain([it]).replace(/[|\s]/g, '') !== '')
    expect(toBlocks(toDoc(text))).toEqual(text)
  }
})

describe('keys and buttons', () => {
  const editing = (blocks: Block[], at: number) => {
    const doc = toDoc(blocks)
    return EditorState.create({ doc, selection: TextSelection.create(doc, at) })
  }
  const after = (state: EditorState, command: (typeof KEYS)[string] | undefined) => {
    let next = state
    expect(command?.(state, (tr) => (next = state.apply(tr)))).toBe(true)
    return next
  }

  test('a paragraph becomes an item and goes deeper and higher, up to a paragraph', () => {
    let state = after(editing([paragraph([span('satu')])], 1), toggleItem)
    state = after(after(state, deeper), deeper)
    expect(toBlocks(state.doc)).toEqual([item([span('satu')], 3)])
    expect(deeper(state)).toBe(false)
    state = after(after(after(state, higher), higher), higher)
    expect(toBlocks(state.doc)).toEqual([paragraph([span('satu')])])
  })

  test('Enter goes on with an item of the same level, and leaves the list on an empty one', () => {
    let state = after(editing([item([span('satu')], 2)], 5), KEYS['Enter'])
    state = state.apply(state.tr.insertText('dua'))
    expect(toBlocks(state.doc)).toEqual([item([span('satu')], 2), item([span('dua')], 2)])
    state = after(after(state, KEYS['Enter']), KEYS['Enter'])
    expect(state.selection.$from.parent.type.name).toBe('paragraph')
  })

  test('Tab changes the level at the start of an item alone; elsewhere it leaves the field', () => {
    expect(KEYS['Tab']?.(editing([item([span('satu')], 1)], 1))).toBe(true)
    expect(KEYS['Tab']?.(editing([item([span('satu')], 1)], 3))).toBe(false)
    expect(KEYS['Tab']?.(editing([paragraph([span('satu')])], 1))).toBe(false)
  })

  test('a table has at most eight columns, and behind it there is a place to type', () => {
    let state = after(editing([paragraph([span('satu')])], 3), insertTable)
    expect(state.doc.lastChild?.type.name).toBe('paragraph')
    for (let columns = 2; columns < 8; columns++) state = after(state, addColumn)
    expect(addColumn(state)).toBe(false)
  })
})

test('what is said is told without its looks', () => {
  expect(plain(TEXT)).toBe('Dengan tegas dan cepat\npada [hari, tanggal]\nrinci\nNo. | Nama | \n1. | Ali | [jumlah]')
})

test('what comes from outside changes only what differs, so that the caret and what can be undone stay', () => {
  const doc = toDoc([paragraph([span('satu')]), paragraph([span('dua')])])
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 3), plugins: [history()] })
  state = state.apply(state.tr.insertText('x'))
  const brought = bringIn(state, [paragraph([span('saxtu')]), paragraph([span('dua lagi')])])
  expect(brought).not.toBeNull()
  state = state.apply(brought ?? state.tr)
  expect(state.selection.from).toBe(4)
  expect(undo(state, (tr) => (state = state.apply(tr)))).toBe(true)
  expect(toBlocks(state.doc)).toEqual([paragraph([span('satu')]), paragraph([span('dua lagi')])])
  expect(bringIn(state, toBlocks(state.doc))).toBeNull()
})

test('paragraphs of spaces and tables without a word are no text', () => {
  expect(toBlocks(toDoc([paragraph([span('  ')]), table([[[], [span(' ')]]]), paragraph([span('satu')])]))).toEqual([paragraph([span('satu')])])
})
