import type { Person } from '../api/session'
import { SignInForm } from '../signin/SignInForm'
import { Dialog } from '../ui/Dialog'
import { sentence } from '../words/format'

/** Closes by itself once signed in; the request that was refused is then sent again with the same key. */
export function SignInSheet({ person }: { person: Person }) {
  return (
    <Dialog title="Sesi berakhir">
      <p>{sentence(`Masuk lagi sebagai ${person.name}`)} Isian Anda tetap ada.</p>
      <SignInForm />
    </Dialog>
  )
}
