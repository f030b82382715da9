const KEY = 'peramban'

/** By what this browser is known where people scan: drawn at random, it says nothing of the phone or of anybody. */
export function browserName(): string {
  try {
    const known = localStorage.getItem(KEY) ?? crypto.randomUUID()
    localStorage.setItem(KEY, known)
    return known
  } catch {
    return '' // a browser that keeps nothing
  }
}
