import type { Answer } from '../api/operations'
import { sentence } from '../words/format'

export type Rotation = Answer<'directory_show_rotation'>
export type Move = Rotation['moves'][number]

/** Where a rotation stands, for a list and for its page. */
export const STATE = {
  announced: 'Berkas belum dibaca',
  faulty: 'Ada baris yang perlu diperbaiki',
  planned: 'Menunggu persetujuan',
  approved: 'Disetujui',
  cancelled: 'Dibatalkan',
} as const satisfies Record<Rotation['state'], string>

const KIND = { definitif: '', plt: 'Plt. ', plh: 'Plh. ', pj: 'Pj. ' } as const satisfies Record<Move['kind'], string>

/** The post that somebody gets: "Plt. Camat Trowulan". */
export function given({ kind, title }: Pick<Move, 'kind' | 'title'>): string {
  return KIND[kind] + title
}

/** What else a move does: "Meninggalkan Sekretaris Camat. Menggantikan Budi, S.E."; names have commas */
export function consequences({ leaves, replaces }: Pick<Move, 'leaves' | 'replaces'>): string {
  return [
    leaves.length > 0 && sentence(`Meninggalkan ${leaves.join('; ')}`),
    replaces.length > 0 && sentence(`Menggantikan ${replaces.join('; ')}`),
  ]
    .filter(Boolean)
    .join(' ')
}
