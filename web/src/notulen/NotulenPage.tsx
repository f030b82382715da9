import { useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import type { Answer } from '../api/operations'
import { useSession } from '../api/session'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import small from '../ui/small.module.css'
import { Empty } from '../ui/states'
import { dayAndDate, sentence, shortDate, span, time } from '../words/format'
import { DecisionRows } from './DecisionRows'
import { DownloadPaper } from './DownloadPaper'
import css from './Notulen.module.css'
import { NotulenForm } from './NotulenForm'
import { NotulenText } from './NotulenText'
import { ReasonDialog } from './ReasonDialog'
import { Waiting } from './Waiting'

export type Shown = Answer<'eagenda_show_notulen'>

/** The notulen of a meeting: written by its notulis, approved by its chair, read by who attended. */
export default function NotulenPage({ agendaId }: { agendaId: string }) {
  const notulen = useAsk('eagenda_show_notulen', { agenda_id: agendaId })
  return (
    <Page
      title="Notulen"
      above={<BackLink href={`/agenda/${agendaId}`}>{notulen.data?.agenda_title ?? 'Agenda'}</BackLink>}
      narrow
    >
      <Loaded query={notulen}>{(data) => <Notulen notulen={data} />}</Loaded>
    </Page>
  )
}

function Notulen({ notulen }: { notulen: Shown }) {
  const session = useSession()
  const personId = 'person' in session ? session.person.id : ''
  const writes = notulen.may_write && notulen.state === 'draft' && notulen.text !== null
  const waits = notulen.state === 'submitted' && notulen.agenda_state !== 'cancelled'
  return (
    <div className={css.page}>
      {notulen.agenda_state === 'cancelled' && <Notice tone="error" title="Agenda ini dibatalkan, jadi tidak ada notulennya." />}
      <Officers notulen={notulen} />
      {notulen.remark && notulen.state === 'draft' && (
        <Notice tone="warning" title={notulen.editions.length > 0 ? 'Notulen ini sedang diperbaiki.' : 'Dikembalikan pimpinan rapat.'}>
          <p>{sentence(notulen.remark)}</p>
        </Notice>
      )}
      {waits && !notulen.may_approve && <Notice tone="info" title={`Menunggu persetujuan ${notulen.chair.name}.`} />}
      <Editions notulen={notulen} />
      {writes ? (
        <NotulenForm key={notulen.agenda_id} notulen={notulen} personId={personId} />
      ) : notulen.text ? (
        <NotulenText notulen={notulen} />
      ) : (
        notulen.editions.length === 0 && (
          <Empty icon="attendance" title="Notulen belum final. Yang hadir membacanya di sini sesudah disetujui pimpinan rapat." />
        )
      )}
      {waits && notulen.may_approve && <Waiting notulen={notulen} />}
      {notulen.may_name && notulen.editions.length > 0 && <AgendaDecisions agendaId={notulen.agenda_id} />}
    </div>
  )
}

/** Who leads and who writes; the office names them until the notulen lies before the chair. */
function Officers({ notulen }: { notulen: Shown }) {
  const [naming, setNaming] = useState(false)
  return (
    <section className={css.card} aria-labelledby="petugas">
      <h2 id="petugas">Rapat</h2>
      <dl className={css.facts}>
        <div>
          <dt>Waktu dan tempat</dt>
          <dd>
            {dayAndDate(notulen.starts_at)}, {span(notulen.starts_at, notulen.ends_at)}
            <br />
            {notulen.place}
          </dd>
        </div>
        <div>
          <dt>Pimpinan rapat</dt>
          <dd>
            {notulen.chair.name}
            {notulen.chair.position_title && `, ${notulen.chair.position_title}`}
          </dd>
        </div>
        <div>
          <dt>Pembuat notulen</dt>
          <dd>
            {notulen.notulis.name}
            {notulen.notulis.position_title && `, ${notulen.notulis.position_title}`}
          </dd>
        </div>
      </dl>
      {notulen.may_name && notulen.state === 'draft' && (
        <div className={css.acts}>
          <Button icon="edit" onClick={() => setNaming(true)}>
            Tunjuk pimpinan rapat dan notulis
          </Button>
        </div>
      )}
      {naming && <NameDialog notulen={notulen} onClose={() => setNaming(false)} />}
    </section>
  )
}

function NameDialog({ notulen, onClose }: { notulen: Shown; onClose: () => void }) {
  const [chair, setChair] = useState<FoundPerson | null>(null)
  const [notulis, setNotulis] = useState<FoundPerson | null>(null)
  const name = useCommand('eagenda_name_officers')
  const faults = name.error?.fieldErrors ?? []
  const fault = (pointer: string) => faults.find((it) => it.pointer === pointer)?.detail

  function submit() {
    name.mutate(
      {
        agenda_id: notulen.agenda_id,
        version: notulen.version,
        chair_id: chair?.person_id ?? notulen.chair.person_id,
        notulis_id: notulis?.person_id ?? notulen.notulis.person_id,
      },
      {
        onSuccess: () => {
          onClose()
          toast('Tersimpan. Notulis menerima tugasnya di Kerja saya.')
        },
      },
    )
  }
  return (
    <Dialog title="Pimpinan rapat dan notulis" onClose={onClose}>
      <p>Pilih orang yang diundang, atau rekan satu OPD. Yang dikosongkan tetap seperti sekarang.</p>
      {name.error && faults.length === 0 && <Refusal error={name.error} />}
      <PersonField
        label="Pimpinan rapat"
        hint={`Sekarang: ${notulen.chair.name}`}
        chosen={chair}
        onChoose={setChair}
        error={fault('/chair_id')}
      />
      <PersonField
        label="Pembuat notulen"
        hint={`Sekarang: ${notulen.notulis.name}`}
        chosen={notulis}
        onChoose={setNotulis}
        error={fault('/notulis_id')}
      />
      <DialogActions>
        <Button look="primary" busy={name.isPending} onClick={submit}>
          Simpan
        </Button>
        <Button onClick={onClose}>Kembali</Button>
      </DialogActions>
    </Dialog>
  )
}

function Editions({ notulen }: { notulen: Shown }) {
  const [correcting, setCorrecting] = useState(false)
  const correct = useCommand('eagenda_correct_notulen')
  if (notulen.editions.length === 0) return null
  return (
    <section className={css.card} aria-labelledby="versi">
      <h2 id="versi">Notulen final</h2>
      {[...notulen.editions].reverse().map((it) => (
        <div key={it.number} className={css.card}>
          <h3>
            Versi {it.number}
            {it.replaced_at && ' (diganti)'}
          </h3>
          <p className={small.quiet}>
            Disetujui {it.approved_by}, {shortDate(it.approved_at)} pukul {time(it.approved_at)}
            {it.reason && ` · alasan perbaikan: ${it.reason}`}
          </p>
          <div className={css.acts}>
            <DownloadPaper
              operation="eagenda_print_notulen"
              parameters={{ agenda_id: notulen.agenda_id, number: it.number }}
              name={`notulen-versi-${it.number}.pdf`}
              label={`Unduh notulen versi ${it.number}`}
            />
            <a href={`/v/${it.code}`} target="_blank" rel="noreferrer">
              Periksa keaslian<span className="visually-hidden"> versi {it.number}</span>
            </a>
          </div>
        </div>
      ))}
      {notulen.may_name && notulen.state === 'final' && (
        <div className={css.acts}>
          <Button icon="edit" onClick={() => setCorrecting(true)}>
            Perbaiki…
          </Button>
        </div>
      )}
      {correcting && (
        <ReasonDialog
          title="Buka perbaikan notulen?"
          about="Versi sekarang tetap berlaku sampai versi baru disetujui pimpinan rapat."
          label="Alasan"
          act="Buka perbaikan"
          least={5}
          command={correct}
          onSend={(reason) => correct.mutateAsync({ agenda_id: notulen.agenda_id, version: notulen.version, reason })}
          said={`${notulen.notulis.name} dapat menulis lagi, dan menerima tugasnya.`}
          onClose={() => setCorrecting(false)}
        />
      )}
    </section>
  )
}

/** What the meeting decided, and how far it is. */
function AgendaDecisions({ agendaId }: { agendaId: string }) {
  return (
    <section className={css.decisions} aria-labelledby="keputusan-rapat">
      <h2 id="keputusan-rapat">Tindak lanjut</h2>
      <DecisionRows parameters={{ agenda_id: agendaId }} empty="Rapat ini tidak memutuskan tindak lanjut." heading="h3" />
    </section>
  )
}
