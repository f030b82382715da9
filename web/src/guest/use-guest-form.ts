import { useEffect, useState } from 'react'
import { callOpenly } from '../api/client'
import type { Answer } from '../api/operations'
import { asProblem, type Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'

export type ShownGuestForm = Answer<'eagenda_show_guest_form'>

/** What an agenda says to somebody without an account who shows its hall's code; null where it admits no guests. */
export type Offer = { form: ShownGuestForm } | { refusal: Problem } | null

/** These come only after the right code, from an agenda that admits guests; any other refusal says nothing of it. */
const TELLING = ['agenda-is-cancelled', 'attendance-not-open', 'attendance-over']

/** Exchange the hall's code for the form at once, while the code counts. */
export function useGuestForm(agendaId: string, code: string): Offer {
  const [offer, setOffer] = useState<Offer>(keptForm)

  useEffect(() => {
    if (offer) return
    let overtaken = false
    callOpenly('eagenda_show_guest_form', { agenda_id: agendaId, code }).then(
      (form) => {
        if (overtaken) return
        // Beside the code in this entry of the history: a reload finds the ticket again, when the code has long changed.
        history.replaceState({ code, guestForm: form }, '', location.pathname)
        setOffer({ form })
      },
      (error: unknown) => {
        const refusal = asProblem(error)
        if (!overtaken && TELLING.includes(refusal.slug)) setOffer({ refusal })
      },
    )
    return () => {
      overtaken = true
    }
  }, [agendaId, code, offer])

  return offer
}

function keptForm(): Offer {
  const state: unknown = history.state
  if (!state || typeof state !== 'object' || !('guestForm' in state)) return null
  const form = state.guestForm as ShownGuestForm
  return Date.parse(form.until) > serverNow() ? { form } : null
}
