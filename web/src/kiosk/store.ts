/**
 * What stays on a kiosk: for each agenda its token and what it shows, whom it may see, and its scans. A database of its
 * own: a kiosk is a tablet of the office, and nothing of its keys and queues is a person's.
 */
import type { Answer } from '../api/operations'
import { database } from '../offline/database'

export type Shown = Answer<'eagenda_show_kiosk'>
export type KioskPerson = Answer<'eagenda_list_kiosk_people'>['items'][number]
export type Taken = Answer<'eagenda_record_kiosk_scans'>['scans'][number]

export interface KeptKiosk {
  agendaId: string
  token: string
  /** As it was shown last; none until it has been asked for once. */
  shown?: Shown
  people?: KioskPerson[]
}

export interface KioskScan {
  nonce: string
  agendaId: string
  /** By the server's clock as far as the kiosk knows it. */
  scannedAt: string
  code: string
  byHand?: { reason: string; nip: string; personId: string }
  /** Whom the kiosk itself took it to be. */
  name: string
  state: 'waiting' | 'sent'
  taken?: Taken
}

interface Tables {
  kiosks: KeptKiosk
  scans: KioskScan
}

const KEY_OF = { kiosks: 'agendaId', scans: 'nonce' } as const satisfies { [Table in keyof Tables]: keyof Tables[Table] }

export const { read, readAll, write, erase } = database<Tables>('trowulan-kios', KEY_OF)
