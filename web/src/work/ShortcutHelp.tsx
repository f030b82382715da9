import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { useShortcutSwitch } from './shortcuts'
import css from './Tasks.module.css'

const KEYS = [
  ['J / K', 'Tugas berikutnya / sebelumnya'],
  ['Enter', 'Masuk ke rincian tugas'],
  ['1 2 3', 'Tombol yang tampil, menurut urutannya'],
  ['H', 'Tunda'],
  ['X', 'Pilih; Shift+X memilih sampai tugas ini'],
  ['Ctrl+Z', 'Urungkan penundaan'],
  ['Esc', 'Batal memilih'],
  ['?', 'Daftar ini'],
] as const

/** The keys, and the switch that turns them off on this device. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const [on, switchTo] = useShortcutSwitch()
  return (
    <Dialog title="Tombol pintas" onClose={onClose}>
      <dl className={css.keys}>
        {KEYS.map(([key, deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <label className={css.switch}>
        <input type="checkbox" checked={on} onChange={(event) => switchTo(event.target.checked)} />
        Pakai tombol pintas di perangkat ini
      </label>
      <DialogActions>
        <Button data-focus-first onClick={onClose}>
          Tutup
        </Button>
      </DialogActions>
    </Dialog>
  )
}
