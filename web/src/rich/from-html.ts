/** What is pasted, brought to the closed form: from Word, LibreOffice, Google Docs or any page. */
import { type Block, item, MOST_COLUMNS, numberAt, paragraph, type Span, span, table, tidy } from './blocks'

const NOTHING = new Set(['SCRIPT', 'STYLE', 'HEAD', 'META', 'LINK', 'TITLE', 'IMG', 'SVG', 'OBJECT', 'TEMPLATE', 'O:P', 'DEL'])
const BLOCKS = new Set(['P', 'DIV', 'SECTION', 'ARTICLE', 'BLOCKQUOTE', 'PRE', 'DT', 'DD', 'FIGCAPTION', 'BODY', 'HTML'])
const HEADING = /^H[1-6]$/
// How Word numbers a paragraph that it calls no list: "1.", "a)", "(2)", a bullet of its symbol fonts.
const WORD_LEVEL = /mso-list:[^;"]*\blevel(\d)/
const TYPED_NUMBER = /^\s*(?:(\d{1,3}\.)|([a-z]\.)|(\d{1,3}\))|([a-z]\))|[•·▪◦\uf0b7–-])\s+/
// Bullets that are letters in Word's own fonts, so that only a paragraph of its lists begins with one.
const WORD_BULLET = /^\s*[o§Øv]\s+/
const HIDDEN = /display:\s*none|mso-hide:\s*all|mso-list:\s*Ignore/i
const OWN = /<[^>]*\sdata-pm-slice=/

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
  /** In how many items of lists it reads. */
  private within = 0

  /** Of this editor's own making: spaces and typed numbers stay as they are. */
  private readonly own: boolean
  private readonly inCell: boolean

  constructor(own: boolean, inCell = false) {
    this.own = own
    this.inCell = inCell
  }

  text(text: string, look: Look) {
    const clean = this.own ? text : text.replace(/[\u00ad\u200b-\u200d\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ')
    const again = !this.own && /\s$/.test(this.spans.at(-1)?.text ?? '') && !this.spans.at(-1)?.blank
    const rest = again ? clean.trimStart() : clean
    if (rest) this.spans.push(span(rest, { bold: look.bold, italic: look.italic }))
  }

  flush(ofWord = false) {
    const spans = tidy(this.spans)
    this.spans = []
    if (spans.length === 0) return
    const last = this.blocks.at(-1)
    if (this.level > 0) this.blocks.push(item(spans, this.level))
    // What follows the items below an item still belongs to a list; as a paragraph it would begin the numbers anew.
    else if (this.within > 0 && last?.kind === 'item') last.spans = tidy([...(last.spans as Span[]), span(' '), ...spans])
    else this.blocks.push(this.own || this.inCell ? paragraph(spans) : typedItem(spans, ofWord))
    this.level = 0
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
    const style = element.getAttribute('data-style') ?? ''
    // In a cell there are no items, so a number stays what it is there: letters.
    if (NOTHING.has(tag) || (HIDDEN.test(style) && !(this.inCell && /mso-list/i.test(style)))) return
    const inside = lookOf(tag, style, look)
    if (element.hasAttribute('data-blank')) this.blank(element, inside)
    else if (tag === 'TABLE') this.table(element)
    else if (tag === 'UL' || tag === 'OL') this.block(element, { ...inside, depth: look.depth + 1 }, 0)
    else if (tag === 'LI') this.listItem(element, inside)
    else if (tag === 'BR') this.within > 0 ? this.text(' ', look) : this.flush()
    else if (BLOCKS.has(tag) || HEADING.test(tag)) this.line(element, style, inside)
    else this.read(element.childNodes, inside)
  }

  private blank(element: Element, { bold, italic }: Look) {
    const name = (element.textContent ?? '').replace(/^\[|\]$/g, '')
    if (name.trim()) this.spans.push(span(name, { bold, italic, blank: true }))
  }

  private line(element: Element, style: string, look: Look) {
    if (this.within > 0) {
      this.text(' ', look)
      this.read(element.childNodes, look)
      this.text(' ', look)
      return
    }
    const level = this.inCell ? 0 : Number(element.getAttribute('data-level') ?? WORD_LEVEL.exec(style)?.[1] ?? 0)
    this.block(element, look, level, /MsoList/i.test(element.className))
  }

  private listItem(element: Element, look: Look) {
    this.flush()
    this.within++
    if (this.inCell) this.text(numberOf(element, look.depth), look)
    this.block(element, look, this.inCell ? 0 : Math.max(look.depth, 1), false, !this.inCell)
    this.within--
  }

  private block(element: Element, look: Look, level: number, ofWord = false, apart = true) {
    if (apart) this.flush()
    if (level > 0) this.level = level
    this.read(element.childNodes, look)
    this.flush(ofWord)
    if (level > 0) this.level = 0
  }

  private table(element: Element) {
    this.flush()
    const rows = gridOf(element, this.own)
    const width = Math.max(0, ...rows.map((cells) => cells.length))
    const whole = rows.filter((cells) => cells.some((spans) => spans.length > 0))
    if (width === 1 && !this.own) whole.forEach(([spans]) => this.blocks.push(paragraph(spans ?? [])))
    else if (whole.length > 0) this.blocks.push(table((this.own ? rows : whole).map((cells) => [...cells, ...emptyCells(width - cells.length)])))
  }
}

/**
 * A page whose looks cannot be applied: browsers report each `style` of a parsed page as a breach of the portal's
 * Content-Security-Policy, even of a page that is never shown.
 */
export function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[^]*?<\/style\s*>/gi, '')
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) => tag.replace(/([\s"'/])style(?=\s*=)/gi, '$1data-style'))
}

export function blocksFromHtml(html: string): Block[] {
  const reader = new Reader(OWN.test(html))
  reader.read(new DOMParser().parseFromString(withoutStyles(html), 'text/html').childNodes, { bold: false, italic: false, depth: 0 })
  reader.flush()
  return reader.blocks
}

/** A line of a page: an item if somebody typed its number, a paragraph otherwise. */
function typedItem(spans: Span[], ofWord: boolean): Block {
  const first = spans.findIndex(({ blank }) => blank)
  const letters = spans.slice(0, first < 0 ? undefined : first).map(({ text }) => text).join('')
  const found = TYPED_NUMBER.exec(letters) ?? (ofWord ? WORD_BULLET.exec(letters) : null)
  if (!found) return paragraph(spans)
  let left = found[0].length
  const rest = spans.map((it) => {
    const cut = Math.min(left, it.text.length)
    left -= cut
    return { ...it, text: it.text.slice(cut) }
  })
  return item(tidy(rest), levelOfNumber(found))
}

const levelOfNumber = (found: RegExpExecArray) => (found[2] || found[4] ? 2 : found[3] ? 3 : 1)

/** The number that a page shows before an item of a list, as letters. */
function numberOf(element: Element, depth: number): string {
  const list = element.parentElement
  if (list?.tagName.toUpperCase() !== 'OL') return '- '
  const place = Array.from(list.children).filter((it) => it.tagName.toUpperCase() === 'LI').indexOf(element)
  return `${numberAt(Number(list.getAttribute('start') ?? 1) + place, depth)} `
}

/** Plain text: each line a block; one that begins with a number is an item of that look. */
export function blocksFromText(text: string): Block[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = TYPED_NUMBER.exec(line)
    const spans = tidy([span(line.slice(found?.[0].length ?? 0).replace(/[\s\u00a0]+/g, ' '))])
    if (spans.length === 0) return []
    return [found ? item(spans, levelOfNumber(found)) : paragraph(spans)]
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

const emptyCells = (many: number): Span[][] => Array.from({ length: many }, () => [])

/** Its cells by row and column; of merged ones the first speaks and the others are empty. */
function gridOf(element: Element, own: boolean): Span[][][] {
  const taken: number[] = []
  return rowsOf(element).map((row) => {
    const cells: Span[][] = []
    const pass = () => {
      for (let left = taken[cells.length] ?? 0; left > 0; left = taken[cells.length] ?? 0) {
        taken[cells.length] = left - 1
        cells.push([])
      }
    }
    for (const cell of Array.from(row.children)) {
      pass()
      const wide = spanned(cell, 'colspan', MOST_COLUMNS)
      for (let column = 0; column < wide; column++) {
        taken[cells.length] = spanned(cell, 'rowspan', 400) - 1
        cells.push(column === 0 ? cellOf(cell, own) : [])
      }
    }
    pass()
    const tooMany = cells.splice(MOST_COLUMNS - 1)
    return tooMany.length > 0 ? [...cells, oneLine(tooMany)] : cells
  })
}

const spanned = (cell: Element, name: string, most: number) => Math.min(Math.max(Number(cell.getAttribute(name) ?? 1) || 1, 1), most)

const oneLine = (lines: Span[][]): Span[] =>
  tidy(lines.filter((it) => it.length > 0).flatMap((spans, place) => [...(place > 0 ? [span(' ')] : []), ...spans]))

function cellOf(cell: Element, own: boolean): Span[] {
  const reader = new Reader(own, true)
  reader.read(cell.childNodes, { bold: false, italic: false, depth: 0 })
  reader.flush()
  return oneLine(
    reader.blocks.flatMap(({ kind, spans, rows }) =>
      kind === 'table' ? rows.flatMap(({ cells }) => cells.map((it) => it.spans as Span[])) : [spans as Span[]],
    ),
  )
}
