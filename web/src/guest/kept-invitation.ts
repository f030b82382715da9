/** The personal link of an invited guest, kept on the phone that opened it: at the hall it says who has come. */

const KEPT = 'undangan-tamu'

interface Kept {
  token: string
  /** After this it is worth nothing. */
  until: number
}

function all(): Record<string, Kept> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Record<string, Kept>
  } catch {
    return {}
  }
}

function write(kept: Record<string, Kept>) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: the letters below the code can be typed on the invitation's own page.
  }
}

export function keepInvitation(agendaId: string, token: string, until: number, now = Date.now()): void {
  const lasting = Object.entries(all()).filter(([, kept]) => kept.until > now)
  write({ ...Object.fromEntries(lasting), [agendaId]: { token, until } })
}

export function keptInvitation(agendaId: string, now = Date.now()): string | null {
  const kept = all()[agendaId]
  return kept && kept.until > now ? kept.token : null
}

export function forgetInvitation(agendaId: string): void {
  const kept = all()
  delete kept[agendaId]
  write(kept)
}
