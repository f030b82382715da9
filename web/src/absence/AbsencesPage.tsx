import { useState } from 'react'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import { Absences } from './Absences'
import css from './Absence.module.css'

/** Absences of the people of the office that one manages. */
export default function AbsencesPage() {
  const [person, setPerson] = useState<FoundPerson | null>(null)
  return (
    <Page title="Ketidakhadiran" above={<BackLink href="/administrasi">Administrasi</BackLink>} narrow>
      <p>Catat dinas luar, cuti, atau sakit pegawai OPD Anda, beserta Plh.-nya.</p>
      <div className={css.card}>
        <PersonField
          label="Pegawai"
          hint="Cari nama, jabatan, atau NIP lengkap."
          chosen={person}
          onChoose={setPerson}
          error={undefined}
        />
      </div>
      {person && <Absences key={person.person_id} personId={person.person_id} />}
    </Page>
  )
}
