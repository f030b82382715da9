/** What a QR code in front of the camera means to us. */
export interface HallLink {
  agendaId: string
  code: string
  /** Whether the meeting wants to know where the phone is. */
  asksPosition?: boolean
}

/** What a hall's link says before its fragment, where the meeting asks for positions. */
export const ASKS_POSITION = '?lokasi'

/** The hall's link, if that is what a code says: a page `/h/…` of this very portal with its code in the fragment. */
export function readHallLink(text: string, origin: string): HallLink | null {
  if (!URL.canParse(text)) return null
  const link = new URL(text)
  const agendaId = /^\/h\/([\w-]+)$/.exec(link.pathname)?.[1]
  const code = link.hash.slice(1)
  return link.origin === origin && agendaId && code ? { agendaId, code, ...(link.search === ASKS_POSITION && { asksPosition: true }) } : null
}

/** The first hall's link among all codes that a picture shows: other posters may hang beside the screen. */
export function findHallLink(texts: string[], origin: string): HallLink | null {
  for (const text of texts) {
    const link = readHallLink(text, origin)
    if (link) return link
  }
  return null
}
