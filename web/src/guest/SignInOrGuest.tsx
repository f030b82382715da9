import { useCallback, useState } from 'react'
import { ASKS_POSITION } from '../scan/hall-link'
import { refused } from '../scan/verdict'
import { VerdictScreen } from '../scan/VerdictScreen'
import { SignInForm } from '../signin/SignInForm'
import { SignInFrame } from '../signin/SignInFrame'
import { Button } from '../ui/Button'
import { ComeAsInvited } from './ComeAsInvited'
import { GuestForm } from './GuestForm'
import css from './Guest.module.css'
import { forgetInvitation, keptInvitation } from './kept-invitation'
import { useGuestForm } from './use-guest-form'

interface SignInOrGuestProps {
  agendaId: string
  code: string
  asksPosition: boolean
}

/** Who scans and isn't signed in: an invited guest is known by the link that this phone opened before. */
export function SignInOrGuest({ agendaId, code, asksPosition }: SignInOrGuestProps) {
  const [token, setToken] = useState(() => keptInvitation(agendaId))
  const forget = useCallback(() => {
    forgetInvitation(agendaId)
    setToken(null)
  }, [agendaId])
  return token ? <ComeAsInvited {...{ token, code }} onEnded={forget} /> : <SignInOrForm {...{ agendaId, code, asksPosition }} />
}

/** Most sign in, and whoever has no account writes themselves down where that is allowed. */
function SignInOrForm({ agendaId, code, asksPosition }: SignInOrGuestProps) {
  const offer = useGuestForm(agendaId, code)
  const [asGuest, setAsGuest] = useState(false)

  if (asGuest && offer && 'form' in offer) return <GuestForm shown={offer.form} onSignIn={() => setAsGuest(false)} />
  if (asGuest && offer && 'refusal' in offer) {
    return (
      <main>
        <VerdictScreen verdict={{ ...refused(offer.refusal), next: null }} />
      </main>
    )
  }
  return (
    <SignInFrame title="Masuk untuk mencatat kehadiran">
      <SignInForm goingTo={`/h/${agendaId}${asksPosition ? ASKS_POSITION : ''}#${code}`} />
      {offer && (
        <section className={css.choice} aria-label="Tamu">
          <p>Tidak punya akun?</p>
          <Button wide onClick={() => setAsGuest(true)}>
            Isi sebagai tamu
          </Button>
        </section>
      )}
    </SignInFrame>
  )
}
