/** Signing in at an issuer: the browser goes there and comes back with a code. */
import { useEffect, useState } from 'react'
import { askOpenly, callOpenly } from '../api/client'

const GOING_TO = 'masuk-menuju'
const HOME = '/kerja'

/** The issuer's name; null while it isn't known, and where there is none. */
export function useIssuer(): string | null {
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    // Who can't reach the server still has the form, which will say so.
    askOpenly('portal_show_sign_in_ways', {}).then(
      (ways) => setName(ways.issuer_name),
      () => undefined,
    )
  }, [])
  return name
}

/** Leave this site for the issuer's page; fails where the issuer doesn't answer. */
export async function leaveForIssuer(goingTo: string): Promise<void> {
  const { url } = await callOpenly('portal_begin_issuer_sign_in', {})
  // Kept in this tab and not in the address: where somebody is going is none of the issuer's business.
  sessionStorage.setItem(GOING_TO, goingTo)
  location.assign(url)
}

/** Where the person was going when they left. */
export function goingTo(): string {
  return sessionStorage.getItem(GOING_TO) ?? HOME
}
