/** The words of an answer to an invitation. */
import type { Answer } from '../api/operations'
import { sentence } from '../words/format'

export type AnswerKind = Answer<'eagenda_list_invited'>['items'][number]['answer']['kind']

export const ANSWERS = {
  coming: 'Hadir',
  'not-coming': 'Tidak hadir',
  represented: 'Diwakili',
  unanswered: 'Belum menjawab',
} as const satisfies Record<AnswerKind, string>

/** To whoever was invited. */
export function answerWords({ kind, deputy_name: deputy }: { kind: AnswerKind; deputy_name: string }): string {
  if (kind === 'coming') return 'Anda menjawab: hadir.'
  if (kind === 'not-coming') return 'Anda menjawab: tidak hadir.'
  return kind === 'represented' ? sentence(`Anda diwakili ${deputy}`) : 'Anda belum menjawab undangan ini.'
}
