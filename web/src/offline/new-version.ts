/** A newer version of the portal: fetched in the background, used once the person says so, and never before. */
import { useSyncExternalStore } from 'react'

const AN_HOUR = 60 * 60 * 1_000

let ready = false
let asked = false
const listeners = new Set<() => void>()

/** Whether a newer version waits, or has been taken up in another tab. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(subscribe, () => ready)
}

/** Let the newer version take over, and open this page anew with it. */
export async function takeUp(): Promise<void> {
  asked = true
  const registration = await navigator.serviceWorker.getRegistration()
  if (registration?.waiting) registration.waiting.postMessage('take-over')
  else location.reload()
}

/** Keep the portal on the device, and look for newer versions now and then. */
export async function keepOnDevice(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const hadOne = navigator.serviceWorker.controller !== null
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) tell()
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    // The first worker of a device takes over a page of its own version.
    else if (hadOne) tell()
  })
  const lookForNewer = () => void registration.update().catch(() => undefined)
  setInterval(lookForNewer, AN_HOUR)
  document.addEventListener('visibilitychange', () => document.hidden || lookForNewer())
}

function tell(): void {
  ready = true
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
