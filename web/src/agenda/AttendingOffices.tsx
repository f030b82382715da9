import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchPaperInBody } from '../api/client'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { save } from '../app/save'
import { Button } from '../ui/Button'
import { SelectField } from '../ui/Field'
import { Empty } from '../ui/states'
import { isoDate, outOf } from '../words/format'
import type { Agenda } from './AgendaPage'
import lists from './AttendanceLists.module.css'
import css from './AttendingOffices.module.css'
import { Refusal } from './Refusal'

const TEN_SECONDS = 10_000

/** How many of each office came, and the list of one of them or of all, office by office. */
export function AttendingOffices({ agenda, open }: { agenda: Agenda; open: boolean }) {
  const [office, setOffice] = useState('')
  const offices = useAsk('eagenda_show_attending_offices', { agenda_id: agenda.id }, { refetchInterval: open && TEN_SECONDS })
  return (
    <Loaded query={offices}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="people" title="Belum ada yang diundang." />
        ) : (
          <div className={css.offices}>
            <div className={css.download}>
              <SelectField
                label="Daftar hadir"
                value={office}
                onChange={setOffice}
                options={[['', 'Semua OPD, dikelompokkan'] as const, ...items.map(({ name }) => [name, name] as const)]}
              />
              <Download agenda={agenda} office={office} operation="eagenda_print_daftar_hadir_opd" ending="pdf" label="Unduh PDF" />
              <Download agenda={agenda} office={office} operation="eagenda_export_attendance_opd" ending="xlsx" label="Unduh Excel" />
            </div>
            <ul className={lists.cards} aria-label="Kehadiran per OPD">
              {items.map(({ name, invited_count: invited, present_count: present }) => (
                <li key={name} className={`${lists.card} ${css.office}`}>
                  <h2>{name}</h2>
                  <p className="figures">{outOf(present, invited)} undangan hadir</p>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </Loaded>
  )
}

interface DownloadProps {
  agenda: Agenda
  office: string
  operation: 'eagenda_print_daftar_hadir_opd' | 'eagenda_export_attendance_opd'
  ending: string
  label: string
}

function Download({ agenda, office, operation, ending, label }: DownloadProps) {
  const download = useMutation({
    mutationFn: () => fetchPaperInBody(operation, { agenda_id: agenda.id, office }),
    onSuccess: (paper) => save(paper, `daftar-hadir-opd-${isoDate(agenda.starts_at)}.${ending}`),
  })
  return (
    <>
      <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
        {label}
      </Button>
      {download.error && <Refusal error={download.error} />}
    </>
  )
}
