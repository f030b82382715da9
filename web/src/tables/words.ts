import type { Answer } from '../api/operations'
import { longDate, number } from '../words/format'

export type Table = Answer<'tables_show_table'>
export type Field = Table['fields'][number]
export type Proposal = Table['proposals'][number]
export type Row = Table['rows'][number]

/** A column's value as people read it: a number with its unit, a date in words, a choice by its name. */
export function shown(field: Field, value: string | undefined): string {
  if (value === undefined) return 'belum ada'
  if (field.kind === 'number') return `${number(Number(value))} ${field.unit}`
  if (field.kind === 'date') return longDate(value)
  return field.choices.find((choice) => choice.value === value)?.title ?? value
}

/** How long a row holds. */
export function during(from: string, to: string | null): string {
  return to ? `Berlaku ${longDate(from)} sampai ${longDate(to)}` : `Berlaku mulai ${longDate(from)}`
}
