/** What is pasted, brought to the closed form: from Word, LibreOffice, Google Docs or any page. */
import { type Block, item, MOST_COLUMNS, paragraph, type Span, span, table, tidy } from './blocks'

const NOTHING = new Set(['SCRIPT', 'STYLE', 'HEAD', 'META', 'LINK', 'TITLE', 'IMG', 'SVG', 'OBJECT', 'TEMPLATE', 'O:P'])
const BLOCKS = new Set(['P', 'DIV', 'SECTION', 'ARTICLE', 'BLOCKQUOTE', 'PRE', 'DT', 'DD', 'FIGCAPTION', 'BODY', 'HTML'])
const HEADING = /^H[1-6]$/
// How Word numbers a paragraph that it calls no list: "1.", "a)", "(2)", a bullet of its symbol fonts.
const WORD_LEVEL = /mso-list:[^;"]*\blevel(\d)/
const TYPED_NUMBER = /^\s*(?:(\d{1,3}\.)|([a-z]\.)|(\d{1,3}\))|([a-z]\))|[•·▪◦–-])\s+/

interface Look {
  bold: boolean
  italic: boolean
  /** In how many lists it stands. */
  depth: number
}

/** Reads a page's nodes one after the other into blocks. */
class Reader {
  readonly blocks: Block[] = []
  private spans: Span[] = []
  /** The level of the item that the next block is; 0 for a paragraph. */
  private level = 0

  text(text: string, look: Look) {
    const clean = text.replace(/[\u00ad\u200b-\u200d\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ')
    this.spans.push(span(clean, { bold: look.bold, italic: look.italic }))
  }

  flush() {
    const spans = tidy(this.spans)
    this.spans = []
    if (spans.length > 0) {
      this.blocks.push(this.level > 0 ? item(spans, this.level) : paragraph(spans))
      this.level = 0
    }
  }

  read(nodes: NodeListOf<ChildNode>, look: Look) {
    nodes.forEach((child) => this.one(child, look))
  }

  private one(child: ChildNode, look: Look) {
    if (child.nodeType === 3) {
      this.text(child.textContent ?? '', look)
      return
    }
    if (child.nodeType !== 1) return
    const element = child as Element
    const tag = element.tagName.toUpperCase()
    const style = element.getAttribute('style') ?? ''
    if (NOTHING.has(tag) || /mso-list:\s*Ignore/i.test(style)) return
    const inside = lookOf(tag, style, look)
    if (tag === 'BR') this.flush()
    else if (tag === 'TABLE') this.table(element)
    else if (tag === 'UL' || tag === 'OL') this.block(element, { ...inside, depth: look.depth + 1 }, 0)
    else if (tag === 'LI') this.block(element, inside, Math.max(look.depth, 1))
    else if (BLOCKS.has(tag) || HEADING.test(tag)) this.block(element, inside, Number(WORD_LEVEL.exec(style)?.[1] ?? 0))
    else this.read(element.childNodes, inside)
  }

  private block(element: Element, look: Look, level: number) {
    this.flush()
    if (level > 0) this.level = level
    this.read(element.childNodes, look)
    this.flush()
    if (level > 0) this.level = 0
  }

  private table(element: Element) {
    this.flush()
    const rows = rowsOf(element).map((row) => Array.from(row.children).flatMap(cellOf).slice(0, MOST_COLUMNS))
    const width = Math.max(0, ...rows.map((cells) => cells.length))
    const whole = rows.filter((cells) => cells.some((spans) => spans.length > 0))
    if (width === 1) whole.forEach(([spans]) => this.blocks.push(paragraph(spans ?? [])))
    else if (whole.length > 0) this.blocks.push(table(whole.map((cells) => [...cells, ...Array<Span[]>(width - cells.length).fill([])])))
  }
}

export function blocksFromHtml(html: string): Block[] {
  const reader = new Reader()
  reader.read(new DOMParser().parseFromString(html, 'text/html').childNodes, { bold: false, italic: false, depth: 0 })
  reader.flush()
  return reader.blocks
}

/** Plain text: each line a block; one that begins with a number is an item of that look. */
export function blocksFromText(text: string): Block[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = TYPED_NUMBER.exec(line)
    const spans = tidy([span(line.slice(found?.[0].length ?? 0).replace(/[\s\u00a0]+/g, ' '))])
    if (spans.length === 0) return []
    const level = found?.[2] || found?.[4] ? 2 : found?.[3] ? 3 : 1
    return [found ? item(spans, level) : paragraph(spans)]
  })
}

function lookOf(tag: string, style: string, look: Look): Look {
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1]
  const slant = /font-style:\s*(\w+)/i.exec(style)?.[1]
  const bold = weight ? weight === 'bold' || Number(weight) >= 600 : look.bold || tag === 'B' || tag === 'STRONG' || tag === 'TH' || HEADING.test(tag)
  const italic = slant ? slant === 'italic' || slant === 'oblique' : look.italic || tag === 'I' || tag === 'EM'
  return { ...look, bold, italic }
}

/** Its own rows, not those of a table in one of its cells. */
function rowsOf(element: Element): Element[] {
  return Array.from(element.children).flatMap((child) => {
    const tag = child.tagName.toUpperCase()
    if (tag === 'TR') return [child]
    return ['TBODY', 'THEAD', 'TFOOT'].includes(tag) ? rowsOf(child) : []
  })
}

/** A cell as one line, and an empty one for each further column that it spans. */
function cellOf(cell: Element): Span[][] {
  const reader = new Reader()
  reader.read(cell.childNodes, { bold: false, italic: false, depth: 0 })
  reader.flush()
  const lines = reader.blocks.flatMap(({ kind, spans, rows }) =>
    kind === 'table' ? rows.flatMap(({ cells }) => cells.map((it) => it.spans as Span[])) : [spans as Span[]],
  )
  const joined = tidy(lines.flatMap((spans, place) => [...(place > 0 ? [span(' ')] : []), ...spans]))
  const more = Math.min(Number(cell.getAttribute('colspan') ?? 1) || 1, MOST_COLUMNS) - 1
  return [joined, ...Array<Span[]>(more).fill([])]
}
