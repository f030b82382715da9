import type { Agenda } from '../agenda/AgendaPage'

/** Whether an agenda is of a kind that teaches something. */
export const givesCertificates = ({ kind }: Agenda) => kind === 'bimtek' || kind === 'sosialisasi'
