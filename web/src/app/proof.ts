/** Some acts are done only by who has just shown that it is still them; the portal asks and sends the act again. */
import { useSyncExternalStore } from 'react'
import { Problem } from '../api/problem'

interface Asked {
  proved: () => void
  givenUp: () => void
}

let asked: Asked | null = null
const listeners = new Set<() => void>()

/** Who waits for a proof, if anybody does. */
export function useAskedForProof(): Asked | null {
  return useSyncExternalStore(subscribe, () => asked)
}

/** Do what may need a fresh proof: where it does, ask for one and do it once more. Given up, it stays refused. */
export async function withProof<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Problem) || error.slug !== 'proof-needed') throw error
    await new Promise<void>((resolve, reject) => {
      change({
        proved: () => {
          change(null)
          resolve()
        },
        givenUp: () => {
          change(null)
          reject(error)
        },
      })
    })
    return act()
  }
}

function change(next: Asked | null): void {
  asked = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
