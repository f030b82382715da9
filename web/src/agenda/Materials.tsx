import { type FormEvent, useState } from 'react'
import { asProblem } from '../api/problem'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import css from './AgendaPage.module.css'
import { type Agenda, isPage, WRONG_LINK } from './draft'
import { Refusal } from './Refusal'

/** The recording and the slides, for those who attended. */
export function Materials({ agenda }: { agenda: Agenda }) {
  const links = [
    ['Rekaman', agenda.materials?.recording_link],
    ['Paparan', agenda.materials?.slides_link],
  ].filter(([, link]) => link)
  if (links.length === 0) return null
  return (
    <section aria-labelledby="sesudah-agenda">
      <h2 id="sesudah-agenda">Rekaman dan paparan</h2>
      <ul>
        {links.map(([name, link]) => (
          <li key={name}>
            {name}:{' '}
            <a href={link} target="_blank" rel="noreferrer" className={css.link}>
              {link}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const POINTERS = { recording: '/materials/recording_link', slides: '/materials/slides_link' } as const

/** Gives links to those who attended, or takes them back. */
export function ShareDialog({ agenda, onClose }: { agenda: Agenda; onClose: () => void }) {
  const [recording, setRecording] = useState(agenda.materials?.recording_link ?? '')
  const [slides, setSlides] = useState(agenda.materials?.slides_link ?? '')
  const [tried, setTried] = useState(false)
  const share = useCommand('eagenda_share_materials')
  const faults = share.error ? asProblem(share.error).fieldErrors : []

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isPage(recording.trim()) || !isPage(slides.trim())) return
    share.mutate(
      {
        agenda_id: agenda.id,
        version: agenda.version,
        materials: { recording_link: recording.trim(), slides_link: slides.trim() },
      },
      {
        onSuccess: () => {
          onClose()
          toast('Tautan tersimpan. Yang hadir melihatnya di halaman agenda.')
        },
      },
    )
  }

  const field = (name: keyof typeof POINTERS, value: string, onChange: (value: string) => void) => ({
    value,
    onChange,
    inputMode: 'url' as const,
    autoComplete: 'off',
    error: tried && !isPage(value.trim()) ? WRONG_LINK : faults.find(({ pointer }) => pointer === POINTERS[name])?.detail,
  })
  return (
    <Dialog title="Rekaman dan paparan" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>Hanya yang hadir dan penyelenggara yang melihatnya.</p>
        {share.error && faults.length === 0 && <Refusal error={share.error} />}
        <TextField label="Tautan rekaman" optional {...field('recording', recording, setRecording)} />
        <TextField label="Tautan paparan" optional {...field('slides', slides, setSlides)} />
        <DialogActions>
          <Button type="submit" look="primary" busy={share.isPending}>
            Simpan tautan
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
