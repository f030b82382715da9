/**
 * The service worker: keeps this build's files on the device, so that the portal opens without a network. What the API
 * answers is never kept. A newer build waits until the person asks for it (`new-version.ts`).
 */
import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** Every file of this build; `scripts/service-worker.ts` puts it in. */
declare const FILES_OF_THIS_BUILD: PrecacheEntry[]

/** The types of a page don't know the one thing that a worker alone can do. */
declare const skipWaiting: () => Promise<void>

/** Pages that the server writes itself; every other one is the portal's. */
const PAGES_OF_THE_SERVER = [/^\/(api|percaya|healthz|v|publik|kalender)(\/|$)/]

precacheAndRoute(FILES_OF_THIS_BUILD)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: PAGES_OF_THE_SERVER }))
clientsClaim()

addEventListener('message', ({ data }) => {
  if (data === 'take-over') void skipWaiting()
})
