/** Two editions of a text beside each other: blocks that came, went or stayed, and within a changed one its words. */
import { diffArrays, diffWordsWithSpace } from 'diff'
import { type Block, linesOf } from './blocks'

export interface Piece {
  text: string
  change: 'same' | 'added' | 'removed'
}

export interface Compared {
  change: 'same' | 'added' | 'removed' | 'changed'
  pieces: Piece[]
}

/** Below this share of common letters two lines are two, and not one that was changed. */
const ALIKE = 0.4

export function compareBlocks(before: readonly Block[], after: readonly Block[]): Compared[] {
  const compared: Compared[] = []
  let gone: string[] = []
  const leave = () => {
    compared.push(...gone.map((it) => whole(it, 'removed')))
    gone = []
  }
  for (const part of diffArrays(linesOf(before), linesOf(after))) {
    if (part.removed) gone = part.value
    else if (part.added) {
      for (const line of part.value) {
        const pieces = gone[0] === undefined ? [] : words(gone[0], line)
        if (alike(pieces)) {
          gone = gone.slice(1)
          compared.push({ change: 'changed', pieces })
        } else compared.push(whole(line, 'added'))
      }
      leave()
    } else {
      leave()
      compared.push(...part.value.map((it) => whole(it, 'same')))
    }
  }
  leave()
  return compared
}

const whole = (text: string, change: Piece['change']): Compared => ({ change, pieces: [{ text, change }] })

const words = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({ text: value, change: added ? 'added' : removed ? 'removed' : 'same' }))

function alike(pieces: Piece[]): boolean {
  const letters = (change?: Piece['change']) =>
    pieces.filter((it) => !change || it.change === change).reduce((sum, { text }) => sum + text.trim().length, 0)
  return letters('same') > 0 && letters('same') / (letters() - Math.min(letters('added'), letters('removed'))) >= ALIKE
}
