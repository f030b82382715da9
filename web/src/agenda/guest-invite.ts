/** A guest from outside while an organiser writes them down, and the words for what became of the e-mail. */
import type { Answer, Body } from '../api/operations'
import type { FieldError } from '../api/problem'

export type NewGuest = Body<'eagenda_invite_guests'>['guests'][number]
export type GuestMistakes = Partial<Record<keyof NewGuest, string>>
type MailOf = Pick<Answer<'eagenda_list_invited_guests'>['items'][number], 'mail' | 'mail_reason'>

export const EMPTY_GUEST: NewGuest = { name: '', institution: '', email: '' }

/** What is certainly missing; whether an address can be written to the server knows. */
export function guestMistakes({ name, institution, email }: NewGuest): GuestMistakes {
  return {
    ...(!name.trim() && { name: 'Isi nama tamu.' }),
    ...(!institution.trim() && { institution: 'Isi instansi tamu.' }),
    ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: 'Isi alamat surel lengkap. Contoh: nama@instansi.id.' }),
  }
}

export const guestWritten = ({ name, institution, email }: NewGuest): NewGuest => ({
  name: name.trim(),
  institution: institution.trim(),
  email: email.trim(),
})

/** The server's objections, each at its field; what concerns none stands at the address. */
export function guestMistakesFrom(errors: FieldError[]): GuestMistakes {
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => {
      const field = pointer.split('/')[3] ?? ''
      return [field in EMPTY_GUEST ? field : 'email', detail]
    }),
  )
}

export function mailWords({ mail, mail_reason: reason }: MailOf): string {
  if (mail === 'sent') return 'Surel terkirim'
  if (mail === 'waiting') return 'Surel menunggu dikirim'
  const code = /^\d+$/.test(reason) ? ` (kode ${reason})` : ''
  return mail === 'refused'
    ? `Alamat surel ditolak${code}. Tarik, lalu undang lagi dengan alamat yang benar.`
    : `Surel gagal terkirim sesudah dicoba berkali-kali${code}. Hubungi tamunya langsung.`
}
