import type { Answer } from '../api/operations'
import type { IconName } from '../ui/icons/icons'

export type State = Answer<'papers_show_surat_keterangan'>['state']

const STATES = {
  taken: ['clock', 'Belum terbit'],
  issued: ['circleCheck', 'Terbit'],
  cancelled: ['circleX', 'Batal'],
  withdrawn: ['circleX', 'Dicabut'],
} as const satisfies Record<State, [IconName, string]>

export const stateOf = (state: State): readonly [IconName, string] => STATES[state]

/** The file's name on the clerk's disk: a number has slashes, a name may not. */
export const fileName = (number: string) => `surat-keterangan-${number.replaceAll('/', '-')}.pdf`

/** The years whose register may be looked at, this one first. */
export const yearsUpTo = (year: number, first = 2026) => Array.from({ length: year - first + 1 }, (_, back) => year - back)
