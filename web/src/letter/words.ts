/** The words of letters, and what a form of one holds. */
import type { Answer, Body } from '../api/operations'
import { isoDate, typedDate } from '../words/format'
import { parseDate } from '../words/parse'

export type Letter = Answer<'eoffice_show_surat_masuk'>['letter']
export type Listed = Answer<'eoffice_list_surat_masuk'>['items'][number]
export type Found = Answer<'eoffice_search_letters'>['items'][number]
export type Disposisi = Answer<'eoffice_show_surat_masuk'>['disposisi'][number]
export type Recipient = Disposisi['recipients'][number]
export type Scan = Answer<'eoffice_list_letter_scans'>['items'][number]
export type Says = Body<'eoffice_register_surat_masuk'>['says']

export const SIFAT = {
  biasa: 'Biasa',
  terbatas: 'Terbatas',
  rahasia: 'Rahasia',
  sangat_rahasia: 'Sangat rahasia',
} as const satisfies Record<Letter['says']['sifat'], string>

export const URGENSI = {
  biasa: 'Biasa',
  segera: 'Segera',
  amat_segera: 'Amat segera',
} as const satisfies Record<Letter['says']['urgensi'], string>

export const STATES = {
  waiting: 'Menunggu',
  disposed: 'Didisposisi',
  done: 'Selesai',
  cancelled: 'Dibatalkan',
} as const satisfies Record<Letter['state'], string>

export const RECIPIENT_STATES = {
  unread: 'Belum dibaca',
  read: 'Dibaca',
  forwarded: 'Diteruskan',
  done: 'Selesai',
  recalled: 'Ditarik',
} as const satisfies Record<Recipient['state'], string>

export const isSecret = (sifat: Letter['says']['sifat']) => sifat === 'rahasia' || sifat === 'sangat_rahasia'

/** What stands in the fields; dates as they are typed. */
export interface Typed {
  sender: string
  number: string
  dated_on: string
  received_on: string
  hal: string
  sifat: Letter['says']['sifat']
  urgensi: Letter['says']['urgensi']
  klasifikasi: string
  lampiran: string
  addressee_id: string
}

export type FieldName = keyof Typed

/** A form before anything is typed, with what was read of the scan, and to whom letters went last. */
export function typedFrom(scan: Pick<Scan, 'read'>, today: string, addressee: string): Typed {
  const { read } = scan
  return {
    sender: read.sender,
    number: read.number,
    dated_on: read.dated_on ? typedDate(read.dated_on) : '',
    received_on: typedDate(today),
    hal: read.hal,
    sifat: read.sifat ?? 'biasa',
    urgensi: read.urgensi ?? 'biasa',
    klasifikasi: read.klasifikasi,
    lampiran: read.lampiran,
    addressee_id: addressee,
  }
}

/** What of the form was read of the scan, and is to be checked. */
export function proposedFields({ read }: Pick<Scan, 'read'>): Set<FieldName> {
  const names = ['sender', 'number', 'dated_on', 'hal', 'sifat', 'urgensi', 'klasifikasi', 'lampiran'] as const
  return new Set(names.filter((name) => read[name]))
}

/** A letter's form as it was registered. */
export function typedOf({ says, addressee_id }: Pick<Letter, 'says' | 'addressee_id'>): Typed {
  return { ...says, dated_on: typedDate(says.dated_on), received_on: typedDate(says.received_on), addressee_id }
}

/** What the form says, once its dates are dates; otherwise what is wrong, by field. */
export function saidBy(typed: Typed, today: string): { says: Says } | { faults: Partial<Record<FieldName, string>> } {
  const { addressee_id: addressee, ...texts } = typed
  const datedOn = parseDate(typed.dated_on, today, true)
  const receivedOn = parseDate(typed.received_on, today, true)
  const faults: Partial<Record<FieldName, string>> = {
    ...(!typed.sender.trim() && { sender: 'Isi pengirimnya.' }),
    ...(!typed.number.trim() && { number: 'Isi nomor suratnya; bila tidak bernomor, tulis “tanpa nomor”.' }),
    ...(!datedOn && { dated_on: 'Isi tanggal surat, misalnya 24/11/2026.' }),
    ...(!receivedOn && { received_on: 'Isi tanggal diterima, misalnya 24/11/2026.' }),
    ...(!typed.hal.trim() && { hal: 'Isi hal suratnya.' }),
    ...(!addressee && { addressee_id: 'Pilih kepada siapa surat diteruskan.' }),
  }
  if (Object.keys(faults).length > 0 || !datedOn || !receivedOn) return { faults }
  return { says: { ...texts, dated_on: datedOn, received_on: receivedOn } }
}

/** `3, 5` → the pages on which further letters begin; null if one of them is not there. */
export function pagesTyped(text: string, pages: number): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const numbers = [...new Set(parts.map(Number))].sort((one, other) => one - other)
  const fits = numbers.length > 0 && numbers.every((it) => Number.isInteger(it) && it > 1 && it <= pages)
  return fits ? numbers : null
}

/** The days that a disposisi is often due on: today, tomorrow, in three days, and the coming Friday. */
export function usualDays(now: number): { word: string; day: string }[] {
  const today = isoDate(now)
  const friday = addDays(today, (5 - weekday(today) + 7) % 7 || 7)
  const days = [
    { word: 'Hari ini', day: today },
    { word: 'Besok', day: addDays(today, 1) },
    { word: '3 hari', day: addDays(today, 3) },
    { word: 'Jumat', day: friday },
  ]
  return days.filter(({ day }, place) => days.findIndex((other) => other.day === day) === place)
}

const A_DAY = 86_400_000

const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10)

/** Sunday is 0. */
const weekday = (day: string) => new Date(day).getUTCDay()
