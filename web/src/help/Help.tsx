import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { Button, IconButton } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import css from './Help.module.css'
import { areShortcutsOff, switchShortcuts } from './shortcuts'
import { helpFor } from './texts'

/** `?` on every screen: what it is for, three steps, who can help. The key `?` opens it where nobody is typing. */
export function Help() {
  const [path] = useLocation()
  const [open, setOpen] = useState(false)
  const text = helpFor(path)

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key === '?' && isFree(event) && !areShortcutsOff()) setOpen(true)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])

  if (!text) return null
  return (
    <>
      <IconButton icon="help" label="Bantuan halaman ini" aria-haspopup="dialog" onClick={() => setOpen(true)} />
      {open && (
        <Dialog title={`Bantuan: ${text.title}`} onClose={() => setOpen(false)}>
          <p>{text.purpose}</p>
          <ol className={css.steps}>
            {text.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {text.keys && (
            <dl className={css.keys}>
              {text.keys.map(([key, deed]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{deed}</dd>
                </div>
              ))}
            </dl>
          )}
          {text.limits && (
            <p>
              <strong>Yang tetap mungkin.</strong> {text.limits}
            </p>
          )}
          <p>
            <strong>Perlu bantuan?</strong> {text.who}
          </p>
          <KeyChoice />
          <DialogActions>
            <Button look="primary" data-focus-first onClick={() => setOpen(false)}>
              Tutup
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

/** A shortcut of one key can be switched off: whoever dictates says such letters by chance (WCAG 2.1.4). */
function KeyChoice() {
  const [on, setOn] = useState(() => !areShortcutsOff())
  return (
    <label className={css.choice}>
      <input
        type="checkbox"
        checked={on}
        onChange={() => {
          switchShortcuts(!on)
          setOn(!on)
        }}
      />
      Pakai tombol pintas di perangkat ini, seperti ? untuk bantuan
    </label>
  )
}

/** Nobody types, no dialog stands open, and the key is pressed for itself. */
function isFree({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const typing = target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')
  return !typing && !ctrlKey && !metaKey && !altKey && !document.querySelector('dialog[open]')
}
