import type { Answer } from '../api/operations'
import { number, sentence } from '../words/format'

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

/** The office of the post that somebody gets, where its title does not name it already. */
export function officeBeside({ title, office }: Pick<Move, 'title' | 'office'>): string {
  return title.toLowerCase().includes(office.toLowerCase()) ? '' : office
}

/** What a rotation does as a whole: "12 perpindahan, 1 jabatan menjadi lowong, 2 orang tanpa jabatan definitif". */
export function effects({ moves, vacant, without_post: without }: Pick<Rotation, 'moves' | 'vacant' | 'without_post'>): string {
  return [
    `${number(moves.length)} perpindahan`,
    vacant.length > 0 && `${number(vacant.length)} jabatan menjadi lowong`,
    without.length > 0 && `${number(without.length)} orang tanpa jabatan definitif`,
  ]
    .filter(Boolean)
    .join(', ')
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
