/** The portal's help, screen by screen. */

import { ADMINISTRATION } from './administration'
import { AGENDA } from './agenda'
import { DIRECTORY } from './directory'
import type { HelpText } from './help-text'
import { LETTERS } from './letters'
import { OWN } from './own'

/** By the pattern of the address; a screen without a text of its own shows that of the screen above it. */
export const TEXTS: Record<string, HelpText> = { ...OWN, ...AGENDA, ...LETTERS, ...DIRECTORY, ...ADMINISTRATION }

/** The text of a screen: of those whose pattern begins the address, the longest; a fixed word counts more than any id. */
export function helpFor(path: string): HelpText | undefined {
  const words = path.split('/').filter(Boolean)
  const fitting = Object.keys(TEXTS)
    .map((pattern) => pattern.split('/').filter(Boolean))
    .filter((parts) => parts.every((part, place) => part.startsWith(':') ? words[place] : part === words[place]))
  const [best] = fitting.sort((one, other) => weight(other) - weight(one))
  return best && TEXTS[`/${best.join('/')}`]
}

const weight = (parts: string[]) => parts.length * 10 - parts.filter((part) => part.startsWith(':')).length
