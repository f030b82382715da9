import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ask } from '../api/client'
import { paragraph, span } from '../rich/blocks'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import type { Says } from './words'

// Comparing loads when somebody asks for it.
const RichDiff = lazy(async () => ({ default: (await import('../rich/RichDiff')).RichDiff }))

interface ChangesProps {
  naskahId: string
  edition: number
}

/** What an edition changed against the one before. */
export function Changes({ naskahId, edition }: ChangesProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="text" onClick={() => setOpen(true)}>
        Lihat perubahan
      </Button>
      {open && (
        <Dialog title={`Perubahan pada edisi ${edition}`} onClose={() => setOpen(false)}>
          <Suspense fallback={<p role="status">Memuat perubahan…</p>}>
            <Compared naskahId={naskahId} edition={edition} />
          </Suspense>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>Tutup</Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

function Compared({ naskahId, edition }: ChangesProps) {
  const both = useQuery({
    queryKey: ['perubahan-naskah', naskahId, edition],
    queryFn: ({ signal }) =>
      Promise.all([edition - 1, edition].map((number) => ask('eoffice_show_naskah_edition', { naskah_id: naskahId, number }, signal))),
  })
  const [before, after] = both.data ?? []
  if (both.error) return <p role="alert">Perubahan tidak dapat dimuat. Tutup, lalu coba lagi.</p>
  if (!before || !after) return <p role="status">Memuat perubahan…</p>
  const names = new Set([...before.says.sections, ...after.says.sections].map(({ name }) => name))
  return (
    <>
      <h3>Hal</h3>
      <RichDiff before={hal(before.says)} after={hal(after.says)} />
      {[...names].map((name) => (
        <section key={name}>
          <h3>{name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')}</h3>
          <RichDiff before={blocksOf(before.says, name)} after={blocksOf(after.says, name)} />
        </section>
      ))}
    </>
  )
}

const hal = (says: Says) => [paragraph([span(says.hal)])]
const blocksOf = (says: Says, name: string) => says.sections.find((it) => it.name === name)?.blocks ?? []
