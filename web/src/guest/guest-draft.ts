/** What a guest writes: what is wrong with it, the form it becomes, and what the screen says once it is recorded. */
import type { Answer, Body } from '../api/operations'
import type { FieldError } from '../api/problem'
import { accepted, type Verdict } from '../scan/verdict'

export interface GuestDraft {
  name: string
  institution: string
  position: string
  telephone: string
}

export type Mistakes = Partial<Record<keyof GuestDraft, string>>

export const EMPTY: GuestDraft = { name: '', institution: '', position: '', telephone: '' }

/** What is certainly missing; whether a number can be dialled the server knows. */
export function mistakesIn(draft: GuestDraft): Mistakes {
  return {
    ...(!draft.name.trim() && { name: 'Isi nama lengkap Anda.' }),
    ...(!draft.institution.trim() && { institution: 'Isi instansi atau lembaga Anda.' }),
  }
}

/** The server's objections, each at its field; what concerns none stands at the name. */
export function mistakesFrom(errors: FieldError[]): Mistakes {
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => {
      const field = pointer.split('/')[2] ?? ''
      return [field in EMPTY ? field : 'name', detail]
    }),
  )
}

export function written(draft: GuestDraft): Body<'eagenda_record_guest'>['form'] {
  return {
    name: draft.name.trim(),
    institution: draft.institution.trim(),
    position: draft.position.trim(),
    telephone: draft.telephone.trim() || null,
  }
}

/** Whether a guest leaves is not recorded: nobody could tell who scans again. */
const NOT_OF_GUESTS = { sitting_title: '', left_at: null, leave_from: null, leave_until: null }

/** As a scan's, since the officer at the door reads both; nothing is left to do. */
export function guestRecorded(recorded: Answer<'eagenda_record_guest'>): Verdict {
  const said = accepted({ ...recorded, agenda_id: '', person_name: recorded.name, ...NOT_OF_GUESTS })
  return { ...said, lines: ['Terima kasih atas kehadiran Anda.', ...said.lines], next: null }
}
