import type { Answer } from '../api/operations'
import { longDate } from '../words/format'

export type Organisation = Answer<'directory_show_organisation'>
export type Post = Organisation['posts'][number]
export type Position = Answer<'directory_show_position'>
export type Person = Answer<'directory_show_person'>
export type OrganisationKind = Organisation['kind']
export type AppointmentKind = Position['holders'][number]['kind']

export const KINDS = {
  pemda: 'Pemerintah daerah',
  opd: 'Perangkat daerah',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  desa: 'Desa',
  vertical: 'Instansi vertikal',
  bumd: 'BUMD',
  media: 'Media',
  partner: 'Mitra',
} as const satisfies Record<OrganisationKind, string>

/** The kinds that stand at the top of the tree, in the order in which they are looked for. */
export const TOP_KINDS: OrganisationKind[] = ['opd', 'kecamatan', 'pemda', 'vertical', 'bumd', 'media', 'partner']

export const HELD_AS = {
  definitif: 'Definitif',
  plt: 'Plt. (jabatan lowong)',
  plh: 'Plh. (pejabat berhalangan)',
  pj: 'Pj. (penjabat)',
} as const satisfies Record<AppointmentKind, string>

/** As it is written before the name of a position. */
export const ACTING = { definitif: '', plt: 'Plt.', plh: 'Plh.', pj: 'Pj.' } as const satisfies Record<AppointmentKind, string>

export const RANKS: [value: string, label: string][] = [
  ['', 'Tidak ada'],
  ['II.a', 'Eselon II.a'],
  ['II.b', 'Eselon II.b'],
  ['III.a', 'Eselon III.a'],
  ['III.b', 'Eselon III.b'],
  ['IV.a', 'Eselon IV.a'],
  ['IV.b', 'Eselon IV.b'],
  ['ahli-utama', 'Ahli utama'],
  ['ahli-madya', 'Ahli madya'],
  ['ahli-muda', 'Ahli muda'],
  ['ahli-pertama', 'Ahli pertama'],
  ['penyelia', 'Penyelia'],
  ['mahir', 'Mahir'],
  ['terampil', 'Terampil'],
  ['pemula', 'Pemula'],
  ['pelaksana', 'Pelaksana'],
  ['kepala-daerah', 'Kepala daerah'],
  ['kepala-desa', 'Kepala desa'],
  ['perangkat-desa', 'Perangkat desa'],
  ['non-asn', 'Bukan ASN'],
]

export const rank = (value: string) => (value ? (RANKS.find(([known]) => known === value)?.[1] ?? value) : '')

/** sejak 1 Maret 2024; 1 Maret 2024 sampai 30 Juni 2026. */
export function term(from: string, to: string | null): string {
  return to ? `${longDate(from)} sampai ${longDate(to)}` : `sejak ${longDate(from)}`
}

/** A regency's pay grades: PP 99/2000 for a PNS, Perpres 98/2020 for a PPPK. */
export const GOLONGAN = [
  ...['I', 'II', 'III', 'IV'].flatMap((step) => ['a', 'b', 'c', 'd', ...(step === 'IV' ? ['e'] : [])].map((it) => `${step}/${it}`)),
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'],
]
