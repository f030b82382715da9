/** Words for what an agenda is. */
import type { Answer } from '../api/operations'

export type Visibility = Answer<'eagenda_show_agenda'>['visibility']

export type Kind = Answer<'eagenda_show_agenda'>['kind']

export const KIND = {
  rapat: 'Rapat',
  apel: 'Apel',
  upacara: 'Upacara',
  sosialisasi: 'Sosialisasi',
  bimtek: 'Bimtek',
  kunjungan: 'Kunjungan',
} as const satisfies Record<Kind, string>

/** What is worn most; anything else may be written too. */
export const DRESSES = ['PDH khaki', 'PDH kemeja putih', 'PDH batik', 'PSL', 'PDU', 'Batik Mojokerto', 'Olahraga', 'Bebas rapi']

/** Who may know of an agenda, as it is chosen and as it is shown. */
export const VISIBILITY = {
  internal: ['Internal', 'unit penyelenggara dan atasannya'],
  public: ['Publik', 'siapa pun boleh tahu'],
  secret: ['Rahasia', 'hanya penyelenggara dan yang diundang'],
} as const satisfies Record<Visibility, readonly [name: string, meaning: string]>

/** The choices of a form. */
export const optionsOf = <Key extends string>(words: Record<Key, readonly [name: string, meaning: string]>) =>
  (Object.keys(words) as Key[]).map((key) => [key, words[key].join(': ')] as const)
