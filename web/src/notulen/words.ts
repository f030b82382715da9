import type { Answer } from '../api/operations'

export type Decision = Answer<'eagenda_list_decisions'>['items'][number]

export const STATES = {
  'not-begun': 'Belum dimulai',
  'under-way': 'Sedang berjalan',
  done: 'Selesai',
  cancelled: 'Dibatalkan',
} as const satisfies Record<Decision['state'], string>
