import { serverNow } from '../api/server-clock'
import { isoDate, typedDate } from '../words/format'
import { parseDate } from '../words/parse'

export const today = () => isoDate(serverNow())

/** Today as a date field shows it. */
export const todayTyped = () => typedDate(today())

export const parsed = (text: string) => parseDate(text, today())

/** What can't be read goes as it was typed: the server says where. */
export const sent = (text: string) => parsed(text) ?? text
