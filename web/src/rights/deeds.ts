/** What can be done, found by its words. */
import type { Permission } from './difference'

export type Deed = Permission['deeds'][number]

const MOST = 8

/** The deed of an operation, with the permission that it needs. */
export function deedOf(permissions: Permission[], operation: string | null): { deed: Deed; permission: Permission } | undefined {
  for (const permission of permissions) {
    const deed = permission.deeds.find((it) => operation !== null && [it.operation, ...it.further].includes(operation))
    if (deed) return { deed, permission }
  }
  return undefined
}

/** Those in whose words each typed word occurs, or whose operation is named; "setujui" finds "menyetujui". */
export function deedsWith(permissions: Permission[], typed: string): Deed[] {
  const words = typed.toLowerCase().replaceAll('-', '_').split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return permissions
    .flatMap(({ deeds }) => deeds)
    .filter(({ title, operation, further }) => {
      const told = [title.toLowerCase(), operation, ...further].join(' ')
      return words.every((word) => told.includes(word) || told.includes(rootOf(word)))
    })
    .slice(0, MOST)
}

/** What is left of a verb without its me-, its first letter swallowed as after meny- and men-: "setujui" has "etujui". */
const rootOf = (word: string) => (/^[kpst]..../.test(word) ? word.slice(1) : word)
