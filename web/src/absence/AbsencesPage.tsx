import { useState } from 'react'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import { Absences } from './Absences'
import { type Found, PersonPicker } from './PersonPicker'
import css from './Absence.module.css'

/** Absences of the people of the office that one manages. */
export default function AbsencesPage() {
  const [person, setPerson] = useState<Found | null>(null)
  return (
    <Page title="Ketidakhadiran" above={<BackLink href="/administrasi">Administrasi</BackLink>} narrow>
      <p>Catat dinas luar, cuti, atau sakit pegawai OPD Anda, beserta Plh.-nya.</p>
      <div className={css.card}>
        <PersonPicker label="Pegawai" chosen={person} onChoose={setPerson} />
      </div>
      {person && <Absences key={person.person_id} personId={person.person_id} />}
    </Page>
  )
}
