/** The words of naskah, and what a form of one holds. */
import type { Answer, Body } from '../api/operations'
import type { Block } from '../rich/blocks'

export type Naskah = Answer<'eoffice_show_naskah'>['naskah']
export type ListedNaskah = Answer<'eoffice_list_naskah'>['items'][number]
export type Kind = Body<'eoffice_begin_naskah'>['kind']
export type Step = Naskah['chain'][number]
export type Verdict = Naskah['thread'][number]
export type Says = Naskah['says']
export type Destination = Says['destinations'][number]
export type Checker = Says['checkers'][number]
export type Post = Answer<'eoffice_show_naskah_choices'>['posts'][number]

export const STATES = {
  drafted: 'Konsep',
  submitted: 'Diperiksa',
  checked: 'Menunggu tanda tangan',
  signing: 'Sedang ditandatangani',
  'signing-failed': 'Tanda tangan belum selesai',
  signed: 'Ditandatangani',
  cancelled: 'Dibatalkan',
} as const satisfies Record<Naskah['state'], string>

export const VERDICTS = {
  submitted: 'Diajukan',
  approved: 'Diparaf',
  changed: 'Diubah',
  'checker-added': 'Pemeriksa ditambah',
  returned: 'Dikembalikan ke konseptor',
  'returned-to-previous': 'Dikembalikan ke pemeriksa sebelumnya',
  'taken-back': 'Ditarik konseptor',
  signed: 'Ditandatangani',
  cancelled: 'Dibatalkan',
} as const satisfies Record<Verdict['verdict'], string>

export const STEP_STATES = {
  waiting: 'Belum giliran',
  asked: 'Gilirannya',
  approved: 'Sudah paraf',
} as const satisfies Record<Step['state'], string>

/** The kinds by what they are for, those of each day first. */
export const GROUPS: readonly { name: string; kinds: readonly (readonly [Kind, string])[] }[] = [
  {
    name: 'Surat menyurat',
    kinds: [
      ['surat_dinas', 'Surat dinas'],
      ['surat_undangan', 'Surat undangan'],
      ['nota_dinas', 'Nota dinas'],
      ['memo', 'Memo'],
      ['surat_pengantar', 'Surat pengantar'],
      ['surat_panggilan', 'Surat panggilan'],
      ['telaahan_staf', 'Telaahan staf'],
      ['radiogram', 'Radiogram'],
    ],
  },
  {
    name: 'Menugasi dan menetapkan',
    kinds: [
      ['surat_tugas', 'Surat tugas'],
      ['surat_perintah', 'Surat perintah'],
      ['surat_edaran', 'Surat edaran'],
      ['pengumuman', 'Pengumuman'],
      ['instruksi', 'Instruksi'],
      ['keputusan', 'Keputusan'],
    ],
  },
  {
    name: 'Menerangkan dan melaporkan',
    kinds: [
      ['surat_keterangan', 'Surat keterangan'],
      ['surat_pernyataan_tugas', 'Surat pernyataan melaksanakan tugas'],
      ['surat_izin', 'Surat izin'],
      ['rekomendasi', 'Rekomendasi'],
      ['surat_kuasa', 'Surat kuasa'],
      ['berita_acara', 'Berita acara'],
      ['laporan', 'Laporan'],
      ['nota_kesepakatan', 'Nota kesepakatan'],
    ],
  },
]

/** A part of the form whose text is typed. */
export const blocksOf = (says: Says, place: number) => (says.sections[place]?.blocks ?? []) as Block[]

/** What the chain looks like once a checker has gone or come: 1, 1, 2 without holes. */
export function closedUp(checkers: Checker[]): Checker[] {
  const orders = [...new Set(checkers.map(({ order }) => order))].sort((one, other) => one - other)
  return checkers.map((it) => ({ ...it, order: orders.indexOf(it.order) + 1 }))
}

/** Each checker after the one before it, or beside it. */
export function beside(checkers: Checker[], place: number, together: boolean): Checker[] {
  let order = 0
  return checkers.map((it, index) => {
    const before = checkers[index - 1]
    const joins = index === place ? together : before !== undefined && before.order === it.order
    if (index === 0 || !joins) order += 1
    return { ...it, order }
  })
}

/** A checker one place earlier or later; whoever checked beside another stays so where it can. */
export function moved(checkers: Checker[], place: number, by: -1 | 1): Checker[] {
  const other = place + by
  const [one, two] = [checkers[place], checkers[other]]
  if (!one || !two) return checkers
  return checkers.map((it, index) =>
    index === place ? { ...two, order: one.order } : index === other ? { ...one, order: two.order } : it,
  )
}
