/** An edit that was not saved, kept on this device until it is: through reload, crash and a conflict with another's. */
import { type Agenda, type Draft, draftOf } from './draft'

interface KeptEdit {
  /** The agenda as the edit began from it. */
  before: Agenda
  draft: Draft
}

const keyOf = (key: string) => `ubah-agenda:${key}`

/** Keep what was typed, and say when; what says the same as the agenda, or is secret, is not kept. */
export function keepEdit(key: string, before: Agenda, draft: Draft): number | null {
  const isSecret = draft.visibility === 'secret' || before.visibility === 'secret'
  if (isSecret || JSON.stringify(draft) === JSON.stringify(draftOf(before))) {
    forgetEdit(key)
    return null
  }
  localStorage.setItem(keyOf(key), JSON.stringify({ before, draft } satisfies KeptEdit))
  return Date.now()
}

export function keptEdit(key: string): KeptEdit | null {
  return JSON.parse(localStorage.getItem(keyOf(key)) ?? 'null') as KeptEdit | null
}

export const forgetEdit = (key: string) => localStorage.removeItem(keyOf(key))
