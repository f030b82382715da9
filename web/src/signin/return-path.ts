const HOME = '/kerja'

/** The address of *Masuk* that leads back to where the person was going. */
export function signInPath(goingTo: string): string {
  return goingTo === HOME ? '/masuk' : `/masuk?${new URLSearchParams({ lanjut: goingTo })}`
}

/** Where to go after signing in: only ever a page of this site. */
export function returnPath(search: URLSearchParams, origin: string): string {
  const wanted = search.get('lanjut') ?? HOME
  if (!wanted.startsWith('/')) return HOME
  // Read as a browser reads it: `//elsewhere` and `/\\elsewhere` are other sites.
  const url = new URL(wanted, origin)
  return url.origin === origin ? url.pathname + url.search : HOME
}
