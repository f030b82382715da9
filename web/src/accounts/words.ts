import type { Answer } from '../api/operations'

export type Account = Answer<'portal_list_accounts'>['items'][number]

export const STATE = {
  absent: 'Belum punya akun',
  invited: 'Diundang, belum memilih kata sandi',
  active: 'Aktif',
  suspended: 'Ditangguhkan',
} as const satisfies Record<Account['state'], string>
