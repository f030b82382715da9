/** Signing in at an issuer: the browser goes there and comes back with a code. */
import { useEffect, useState } from 'react'
import { askOpenly, callOpenly } from '../api/client'
import type { Answer } from '../api/operations'

const GOING_TO = 'masuk-menuju'
const HOME = '/kerja'

/** How one can come in; null while it isn't known. */
export function useSignInWays(): Answer<'portal_show_sign_in_ways'> | null {
  const [ways, setWays] = useState<Answer<'portal_show_sign_in_ways'> | null>(null)
  useEffect(() => {
    // Who can't reach the server still has the form, which will say so.
    askOpenly('portal_show_sign_in_ways', {}).then(setWays, () => undefined)
  }, [])
  return ways
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
