import { useEffect } from 'react'
import { areShortcutsOff } from '../help/shortcuts'

/** One key, pressed alone: none inside a field or a dialog, and none once the person has turned them off. */
export function useShortcuts(keys: Record<string, (event: KeyboardEvent) => void>, on = true): void {
  useEffect(() => {
    if (!on) return
    function press(event: KeyboardEvent) {
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act || event.ctrlKey || event.metaKey || event.altKey || areShortcutsOff() || isBusyElsewhere(event)) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

function isBusyElsewhere({ key, target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return true
  if (!(target instanceof Element) || takesNoLetters(target)) return false
  return target.closest(key === 'Enter' ? 'input, textarea, select, button, a' : 'input, textarea, select') !== null
}

/** A letter pressed on a tick box or on one choice of several is typed nowhere. */
const takesNoLetters = (target: Element) =>
  target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')
