const HOME = '/kerja'

/** The address of *Masuk* that leads back to where the person was going. */
export function signInPath(goingTo: string): string {
  return goingTo === HOME ? '/masuk' : `/masuk?${new URLSearchParams({ lanjut: goingTo })}`
}

/** Where to go after signing in: only ever a page of this site. */
export function returnPath(search: URLSearchParams): string {
  const wanted = search.get('lanjut') ?? HOME
  const url = new URL(wanted, location.origin)
  return url.origin === location.origin && wanted.startsWith('/') ? url.pathname + url.search : HOME
}
