/** Bringing two texts of one notulen together, so that nothing that either person wrote is lost. */
import type { Body } from '../api/operations'

export type Text = Body<'eagenda_write_notulen'>['text']
export type Row = Text['decisions'][number]

export const EMPTY: Text = {
  invitation: '',
  points: '',
  opening: '',
  discussion: '',
  conclusion: '',
  closing: '',
  decisions: [],
}

/** What both made of the text that both began with: where both changed the same field, both stand there. */
export function merge(base: Text, mine: Text, theirs: Text): Text {
  return {
    invitation: field(base.invitation, mine.invitation, theirs.invitation, ' / '),
    points: field(base.points, mine.points, theirs.points),
    opening: field(base.opening, mine.opening, theirs.opening),
    discussion: field(base.discussion, mine.discussion, theirs.discussion),
    conclusion: field(base.conclusion, mine.conclusion, theirs.conclusion),
    closing: field(base.closing, mine.closing, theirs.closing),
    decisions: rows(base.decisions, mine.decisions, theirs.decisions),
  }
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The server keeps no space at an end. */
export const saysTheSame = (one: Text, other: Text) => withoutSpace(one) === withoutSpace(other)

const withoutSpace = (text: Text) => JSON.stringify(text).replace(/\s|\\n/g, '')

function field(base: string, mine: string, theirs: string, between = '\n'): string {
  if (mine === theirs || mine === base) return theirs
  if (theirs === base || mine.includes(theirs)) return mine
  return theirs.includes(mine) ? theirs : `${theirs}${between}${mine}`
}

/** Theirs in their order, with my changes, then mine that they don't have; what either took away unchanged goes. */
function rows(base: Row[], mine: Row[], theirs: Row[]): Row[] {
  const before = new Map(base.map((row) => [row.id, row]))
  const own = new Map(mine.map((row) => [row.id, row]))
  const kept = theirs.flatMap((row) => {
    const [was, now] = [before.get(row.id), own.get(row.id)]
    if (!now) return was && same(was, row) ? [] : [row]
    return [was && same(was, now) ? row : both(was ?? now, now, row)]
  })
  const theirIds = new Set(theirs.map(({ id }) => id))
  const added = mine.filter((row) => !theirIds.has(row.id) && !(before.has(row.id) && same(before.get(row.id), row)))
  return [...kept, ...added]
}

function both(base: Row, mine: Row, theirs: Row): Row {
  const choose = <Key extends keyof Row>(key: Key): Row[Key] => (mine[key] === base[key] ? theirs[key] : mine[key])
  return {
    id: mine.id,
    text: field(base.text, mine.text, theirs.text, ' / '),
    owner_id: choose('owner_id'),
    as_post: choose('as_post'),
    due_on: choose('due_on'),
  }
}
