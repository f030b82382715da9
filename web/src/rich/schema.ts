/** The closed rich text as ProseMirror's document: what it cannot hold can't be typed, pasted or kept. */
import { type Node as DocNode, Schema } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { tableNodes } from 'prosemirror-tables'
import { type Block, item, levelOf, paragraph, type Span, span, table } from './blocks'

const tables = tableNodes({ tableGroup: 'block', cellContent: 'inline*', cellAttributes: {} })

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', toDOM: () => ['p', 0] },
    item: {
      content: 'inline*',
      group: 'block',
      attrs: { level: { default: 1 } },
      toDOM: ({ attrs }) => ['p', { 'data-level': String(attrs['level']) }, 0],
    },
    ...tables,
    text: { group: 'inline' },
    blank: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { name: {} },
      toDOM: ({ attrs }) => ['span', { 'data-blank': '' }, `[${String(attrs['name'])}]`],
    },
  },
  marks: {
    bold: { toDOM: () => ['strong', 0] },
    italic: { toDOM: () => ['em', 0] },
  },
})

/** A kind of node or mark by its name; the names are those above. */
export const node = (name: 'paragraph' | 'item' | 'table' | 'table_row' | 'table_cell' | 'blank') => {
  const found = schema.nodes[name]
  if (!found) throw new Error(name)
  return found
}
export const mark = (name: 'bold' | 'italic') => {
  const found = schema.marks[name]
  if (!found) throw new Error(name)
  return found
}

/** The document of a text; an empty one has a paragraph to type in. */
export function toDoc(blocks: readonly Block[]): DocNode {
  const nodes = blocks.map(blockNode)
  return schema.topNodeType.create(null, nodes.length > 0 ? nodes : [node('paragraph').create()])
}

export function blockNode(block: Block): DocNode {
  if (block.kind === 'table') {
    const rows = block.rows.map(({ cells }) =>
      node('table_row').create(null, cells.map((cell) => node('table_cell').create(null, inlines(cell.spans as Span[])))),
    )
    return node('table').create(null, rows)
  }
  const content = inlines(block.spans)
  return block.kind === 'item' ? node('item').create({ level: block.level }, content) : node('paragraph').create(null, content)
}

const says = (spans: Span[]) => spans.some(({ text }) => text.trim() !== '')

/** The text of a document; paragraphs and tables in which nothing stands are space for the eye alone, and left out. */
export function toBlocks(doc: DocNode): Block[] {
  const blocks: Block[] = []
  doc.forEach((child) => {
    if (child.type === node('table')) {
      const rows: Span[][][] = []
      child.forEach((row) => {
        const cells: Span[][] = []
        row.forEach((cell) => cells.push(spansOf(cell)))
        rows.push(cells)
      })
      const width = Math.max(...rows.map((cells) => cells.length))
      if (rows.some((cells) => cells.some(says))) blocks.push(table(rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => [])])))
      return
    }
    const spans = spansOf(child)
    if (!says(spans)) return
    blocks.push(child.type === node('item') ? item(spans, levelOf(Number(child.attrs['level']))) : paragraph(spans))
  })
  return blocks
}

function inlines(spans: readonly Span[]): DocNode[] {
  return spans
    .filter(({ text }) => text !== '')
    .map(({ text, bold, italic, blank }) => {
      const marks = [...(bold ? [mark('bold').create()] : []), ...(italic ? [mark('italic').create()] : [])]
      return blank ? node('blank').create({ name: text }, null, marks) : schema.text(text, marks)
    })
}

function spansOf(parent: DocNode): Span[] {
  const spans: Span[] = []
  parent.forEach((child) => {
    const marks = { bold: mark('bold').isInSet(child.marks) !== undefined, italic: mark('italic').isInSet(child.marks) !== undefined }
    if (child.type === node('blank')) spans.push(span(String(child.attrs['name']), { ...marks, blank: true }))
    else if (child.text) spans.push(span(child.text, marks))
  })
  return spans
}

/** What makes a document another one, and nothing more, so that the caret and what can be undone stay. */
export function bringIn(state: EditorState, value: readonly Block[]): Transaction | null {
  const next = toDoc(value)
  const start = state.doc.content.findDiffStart(next.content)
  const end = state.doc.content.findDiffEnd(next.content)
  if (start === null || end === null) return null
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap)).setMeta('addToHistory', false)
}
