/** Light, dark, or whatever the device says. `public/before-paint.js` applies the same choice before the first paint. */
import { useSyncExternalStore } from 'react'
import type { Scheme } from './tokens'

export type SchemeChoice = Scheme | 'auto'

const KEY = 'tampilan'
const device = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function chosenScheme(): SchemeChoice {
  const stored = localStorage.getItem(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'auto'
}

export function chooseScheme(choice: SchemeChoice): void {
  if (choice === 'auto') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, choice)
  apply()
}

function resolvedScheme(): Scheme {
  const choice = chosenScheme()
  if (choice !== 'auto') return choice
  return device.matches ? 'dark' : 'light'
}

function apply(): void {
  document.documentElement.dataset.mantineColorScheme = resolvedScheme()
  for (const listener of listeners) listener()
}

device.addEventListener('change', apply)
// Another tab chose.
addEventListener('storage', (event) => event.key === KEY && apply())

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useScheme(): { choice: SchemeChoice; scheme: Scheme } {
  const choice = useSyncExternalStore(subscribe, chosenScheme)
  const scheme = useSyncExternalStore(subscribe, resolvedScheme)
  return { choice, scheme }
}
