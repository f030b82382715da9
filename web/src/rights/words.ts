import { number } from '../words/format'

export const ROLES = '/administrasi/peran'
export const TAKES_EFFECT = 'Berlaku paling lambat dua menit lagi.'

const COUNTED = 1_000

/** How many positions have a role, as far as they are counted. */
export function positionsText(positions: number): string {
  if (positions === 0) return 'Belum dipakai jabatan mana pun'
  return positions < COUNTED ? `Dipakai ${number(positions)} jabatan` : `Dipakai ${number(COUNTED)} jabatan atau lebih`
}
