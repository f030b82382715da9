/** Signing in at an issuer: the browser goes there and comes back with a code. */
import { useEffect, useState } from 'react'
import { askOpenly, callOpenly } from '../api/client'
import type { Answer } from '../api/operations'
import { Problem } from '../api/problem'

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

const PROVING = 'masuk-membuktikan'
const PROOF_GIVEN = 'trowulan-proof'

/** Leave this site for the issuer's page; fails where the issuer doesn't answer. */
export async function leaveForIssuer(goingTo: string, anew = false): Promise<void> {
  const { url } = await callOpenly('portal_begin_issuer_sign_in', { anew })
  if (anew) sessionStorage.setItem(PROVING, 'ya')
  else sessionStorage.removeItem(PROVING)
  // Kept in this tab and not in the address: where somebody is going is none of the issuer's business.
  sessionStorage.setItem(GOING_TO, goingTo)
  location.assign(url)
}

/** Where the person was going when they left. */
export function goingTo(): string {
  return sessionStorage.getItem(GOING_TO) ?? HOME
}

/** Whether this tab left to prove once more who is signed in. */
export const cameToProve = () => sessionStorage.getItem(PROVING) !== null

/** The issuer's own words are not shown: anybody can write them into an address. */
export function refusedByIssuer(error: string): Problem {
  return error === 'access_denied'
    ? new Problem({ title: 'Anda membatalkan masuk.', detail: 'Coba lagi, atau masuk dengan NIP dan kata sandi.' })
    : new Problem({ title: 'Layanan masuk menolak permintaan ini.', detail: 'Masuk dengan NIP dan kata sandi.' })
}

/** Tell the tab that waits for it. */
export function tellProof(): void {
  const tabs = new BroadcastChannel(PROOF_GIVEN)
  tabs.postMessage('proved')
  tabs.close()
}

/** Be told when another tab of this browser has proved who is signed in. */
export function onProof(proved: () => void): () => void {
  const tabs = new BroadcastChannel(PROOF_GIVEN)
  tabs.onmessage = proved
  return () => tabs.close()
}
