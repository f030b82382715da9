/** What a screen is for, how it is used in three steps, and who can help. */
export interface HelpText {
  title: string
  purpose: string
  steps: [string, string, string]
  who: string
  /** What this can't prevent, said openly. */
  limits?: string
  /** The keys that do something here, and what. */
  keys?: [string, string][]
}

export const OFFICE = 'Administrator OPD Anda, atau Diskominfo.'
export const DISKOMINFO = 'Administrator kabupaten di Diskominfo.'
export const BKPSDM = 'Administrator OPD Anda, atau pengelola kepegawaian di BKPSDM.'
export const ORGANISER = 'Penyelenggara agenda; namanya tertera pada halaman agenda.'
