/** Which view of the agenda this device shows: the address says it, else what was chosen last. */
import type { View } from './days'

export type Choice = View | 'list'

const REMEMBERED = 'agenda-tampilan'

export const IN_ADDRESS = { list: 'daftar', month: 'bulan', week: 'minggu', day: 'hari' } as const satisfies Record<Choice, string>

export function chosenView(inAddress: string | null): Choice {
  return fromAddress(inAddress) ?? fromAddress(localStorage.getItem(REMEMBERED)) ?? 'list'
}

export function rememberView(view: Choice): void {
  localStorage.setItem(REMEMBERED, IN_ADDRESS[view])
}

function fromAddress(word: string | null): Choice | undefined {
  return (Object.keys(IN_ADDRESS) as Choice[]).find((view) => IN_ADDRESS[view] === word)
}
