import { useState } from 'react'

const MOST_AT_ONCE = 60

/** Whom somebody has picked of a list, to withdraw their invitations together. */
export function usePicked<Item>(items: Item[], idOf: (item: Item) => string) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  return {
    chosen: items.filter((item) => picked.has(idOf(item))).slice(0, MOST_AT_ONCE),
    has: (id: string) => picked.has(id),
    pick: (id: string) => {
      const next = new Set(picked)
      if (!next.delete(id)) next.add(id)
      setPicked(next)
    },
    clear: () => setPicked(new Set()),
  }
}
