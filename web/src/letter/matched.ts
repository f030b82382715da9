/** Which parts of a text are the words that a search meant. */

export interface Part {
  text: string
  isMeant: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** The parts of a text in order; together they are the text again. */
export function parts(text: string, meant: readonly string[]): Part[] {
  const words = new Set(meant)
  const found: Part[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isAmong(word, words)) continue
    if (index > end) found.push({ text: text.slice(end, index), isMeant: false })
    found.push({ text: word, isMeant: true })
    end = index + word.length
  }
  if (end < text.length) found.push({ text: text.slice(end), isMeant: false })
  return found
}

/** The server knows words as small letters without accents, and a number by its parts and without its zeros too. */
function isAmong(word: string, words: ReadonlySet<string>): boolean {
  const plain = word.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]/g, '').slice(0, LONGEST)
  const runs = plain.match(/[a-z]+|[0-9]+/g) ?? []
  return [plain, ...runs, ...runs.map((it) => it.replace(/^0+/, ''))].some((it) => words.has(it))
}

const LONGEST = 24
