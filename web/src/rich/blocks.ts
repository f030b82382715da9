/** The text of a naskah as the server keeps it: paragraphs, numbered items, tables; bold, italic and blanks. */
import type { Body } from '../api/operations'

export type Block = Required<NonNullable<Body<'eoffice_write_naskah'>['says']['attachment']>[number]>
export type Row = Block['rows'][number]
export type Cell = Required<Row['cells'][number]>
export type Span = Required<NonNullable<Cell['spans']>[number]>
export type Level = 1 | 2 | 3

export const MOST_COLUMNS = 8
const DEEPEST = 3

export const span = (text: string, marks: Partial<Omit<Span, 'text'>> = {}): Span => ({
  text,
  bold: false,
  italic: false,
  blank: false,
  ...marks,
})

export const paragraph = (spans: Span[]): Block => ({ kind: 'paragraph', spans, level: 1, rows: [] })
export const item = (spans: Span[], level: number): Block => ({ kind: 'item', spans, level: levelOf(level), rows: [] })
export const table = (rows: Span[][][]): Block => ({
  kind: 'table',
  spans: [],
  level: 1,
  rows: rows.map((cells) => ({ cells: cells.map((spans) => ({ spans })) })),
})

export const levelOf = (level: number): Level => Math.min(Math.max(Math.round(level), 1), DEEPEST) as Level

/** Neighbours of one look are one, none is empty, and nothing stands before the first letter or after the last. */
export function tidy(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const one of spans) {
    const last = joined.at(-1)
    if (one.text === '') continue
    if (last && !one.blank && !last.blank && last.bold === one.bold && last.italic === one.italic) last.text += one.text
    else joined.push({ ...one })
  }
  const [first, end] = [joined[0], joined.at(-1)]
  if (first && !first.blank) first.text = first.text.trimStart()
  if (end && !end.blank) end.text = end.text.trimEnd()
  return joined.filter(({ text }) => text !== '')
}

/** What a text says, without its looks: what a reader is told of it. */
export function plain(blocks: readonly Block[]): string {
  const words = (spans: Span[] = []) => spans.map(({ text, blank }) => (blank ? `[${text}]` : text)).join('')
  return blocks
    .map(({ kind, spans, rows }) =>
      kind === 'table' ? rows.map(({ cells }) => cells.map((it) => words(it.spans as Span[])).join(' | ')).join('\n') : words(spans as Span[]),
    )
    .join('\n')
}

/** A number as it is printed at its level: 1. / a. / 1) */
export function numberAt(number: number, level: number): string {
  if (level >= 3) return `${number})`
  if (level <= 1) return `${number}.`
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return `${letter.repeat(Math.floor((number - 1) / 26) + 1)}.`
}

/** Each block in one line or, for a table, one for each row, numbered as it is printed; a paragraph begins the numbers anew. */
export function linesOf(blocks: readonly Block[]): string[] {
  const counts = [0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'item') counts.fill(0)
    if (block.kind !== 'item') return plain([block])
    const count = (counts[block.level - 1] ?? 0) + 1
    counts[block.level - 1] = count
    counts.fill(0, block.level)
    return `${numberAt(count, block.level)} ${plain([block])}`
  })
}

export const textOf = (blocks: readonly Block[]): string => linesOf(blocks).join('\n')
