import { isUnreachable, type Problem } from '../api/problem'
import { keep, keepPosition, type Seen } from '../offline/queue'
import { KEPT, refused, type Verdict } from './verdict'

/** What to say of a scan that failed: one that never arrived is kept, where this device may sign for the person. */
export async function refusedOrKept(problem: Problem, seen: Seen): Promise<Verdict> {
  const kept = isUnreachable(problem) && (await keep(seen).catch(() => null))
  if (!kept) return refused(problem)
  return seen.asksPosition ? { ...KEPT, locate: (position) => keepPosition(kept, position) } : KEPT
}
