import { type FormEvent, useState } from 'react'
import { serverNow } from '../api/server-clock'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Refused } from '../jobs/JobProgress'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import plainField from '../ui/plain-field.module.css'
import { isoDate } from '../words/format'
import css from './Absence.module.css'
import { AIDE, type OwnPost } from './words'

type Kind = OwnPost['aides'][number]['kind']

/** Let somebody of the office prepare in the chief's name from today on. */
export function AssignDialog({ post, onClose }: { post: OwnPost; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('sekretaris')
  const [person, setPerson] = useState<FoundPerson | null>(null)
  const [tried, setTried] = useState(false)
  const assign = useCommand('directory_assign_aide')
  const faults = assign.error?.fieldErrors ?? []

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!person) return
    assign.mutate(
      {
        position_id: post.position_id,
        person_id: person.person_id,
        kind,
        starts_on: isoDate(serverNow()),
        ends_on: null,
      },
      {
        onSuccess: () => {
          onClose()
          toast(`${person.name} menyiapkan atas nama ${post.title}.`)
        },
      },
    )
  }

  return (
    <Dialog title="Tambah sekretaris atau ajudan" onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        <p>Menyiapkan atas nama {post.title}. Keputusan tetap pada pejabatnya.</p>
        {assign.error && faults.length === 0 && <Refused error={assign.error} />}
        <div className={plainField.field}>
          <label htmlFor="sebagai">Sebagai</label>
          <select id="sebagai" data-focus-first value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {Object.entries(AIDE).map(([value, title]) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <PersonField
          label="Pegawai"
          hint="Cari nama, jabatan, atau NIP lengkap; pegawai OPD yang sama."
          chosen={person}
          onChoose={setPerson}
          error={tried && !person ? 'Pilih pegawainya.' : faults[0]?.detail}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={assign.isPending}>
            Tambahkan
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
