import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Agenda } from '../agenda/AgendaPage'
import { askInBody } from '../api/client'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAsk, useAskPages } from '../app/queries'
import { JobProgress } from '../jobs/JobProgress'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Page } from '../ui/Page'
import small from '../ui/small.module.css'
import { Empty, NotPermitted } from '../ui/states'
import { number } from '../words/format'
import { type Certificate, CertificateState } from './CertificateState'
import css from './Certificate.module.css'
import { DownloadCertificate } from './DownloadCertificate'
import { IssueForm, recipients } from './IssueForm'
import { givesCertificates } from './kinds'
import { WithdrawDialog } from './WithdrawDialog'

const A_SECOND = 1_000
const A_PAUSE = 300
const LEAST_LETTERS = 2

/** The certificates of an agenda: issued once, then looked at, downloaded and withdrawn one by one. */
export default function CertificatesPage({ agendaId }: { agendaId: string }) {
  const agenda = useAsk('eagenda_show_agenda', { agenda_id: agendaId })
  const [failing, setFailing] = useState(false)
  return (
    <Page
      title="Sertifikat"
      above={<BackLink href={`/agenda/${agendaId}`}>{agenda.data?.title ?? 'Agenda'}</BackLink>}
      failing={failing}
      narrow
    >
      <Loaded query={agenda}>
        {(data) =>
          data.may_organise ? (
            <Certificates agenda={data} onFault={setFailing} />
          ) : (
            <NotPermitted title="Sertifikat diterbitkan penyelenggaranya.">
              <p>Sertifikat Anda sendiri ada di Profil.</p>
              <ButtonLink href="/profil#sertifikat">Buka sertifikat saya</ButtonLink>
            </NotPermitted>
          )
        }
      </Loaded>
    </Page>
  )
}

function Certificates({ agenda, onFault }: { agenda: Agenda; onFault: (failing: boolean) => void }) {
  const list = useAskPages(
    'eagenda_list_sertifikat',
    { agenda_id: agenda.id },
    { refetchInterval: ({ state }) => state.data?.pages[0]?.job?.state === 'started' && A_SECOND },
  )
  return (
    <div className={css.page}>
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          const [first] = pages
          if (!first?.number) return <NotYet agenda={agenda} onFault={onFault} />
          return (
            <>
              <section className={css.card} aria-labelledby="terbit">
                <h2 id="terbit">{number(first.issued_count)} sertifikat terbit</h2>
                <p>
                  Nomor <span className="figures">{first.number}</span>, {number(first.hours)} JP
                </p>
                <p className={small.quiet}>Penanda tangan: {first.signer}</p>
                {first.job && <JobProgress job={first.job} live />}
              </section>
              {items.length > 0 ? (
                <>
                  <p>Unduh, cetak, lalu mintakan tanda tangan basah. Pemiliknya mengunduh sendiri dari Profil.</p>
                  <Search agenda={agenda}>
                    <CertificateList items={items} label="Sertifikat menurut nomor" />
                    <LoadMore list={list} shown={items.length} />
                  </Search>
                </>
              ) : (
                <Empty icon="clock" title="Sertifikat sedang ditulis dan muncul di sini." />
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

/** Before they are issued: the form, or why there is none. */
function NotYet({ agenda, onFault }: { agenda: Agenda; onFault: (failing: boolean) => void }) {
  if (!givesCertificates(agenda)) {
    return <Empty icon="info" title="Sertifikat hanya untuk bimtek dan sosialisasi." />
  }
  if (agenda.state === 'cancelled') {
    return <Empty icon="cancelled" title="Agenda ini dibatalkan, jadi tidak ada sertifikatnya." />
  }
  if (!agenda.sheet) {
    return (
      <Empty icon="lock" title="Tutup absensi dulu. Sertifikat diberikan menurut daftar hadir yang sudah ditutup.">
        <ButtonLink href={`/agenda/${agenda.id}/kehadiran`}>Buka daftar hadir</ButtonLink>
      </Empty>
    )
  }
  if (agenda.sittings.length === 0 && agenda.present_count === 0) {
    return (
      <Empty icon="people" title="Tidak ada yang hadir menurut daftar hadir, jadi tidak ada sertifikatnya.">
        <ButtonLink href={`/agenda/${agenda.id}/kehadiran`}>Buka daftar hadir</ButtonLink>
      </Empty>
    )
  }
  return (
    <>
      <p>Sertifikat untuk {recipients(agenda)}, bernomor dari register surat keluar OPD Anda dan berkode QR.</p>
      <IssueForm agenda={agenda} onFault={onFault} />
    </>
  )
}

/** One among many, by name; without a name the whole list. */
function Search({ agenda, children }: { agenda: Agenda; children: ReactNode }) {
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), A_PAUSE)
  const asks = words.length >= LEAST_LETTERS
  const found = useQuery({
    queryKey: ['eagenda_find_sertifikat', agenda.id, words],
    queryFn: ({ signal }) => askInBody('eagenda_find_sertifikat', { agenda_id: agenda.id, text: words }, signal),
    enabled: asks,
  })
  return (
    <>
      <TextField
        label="Cari pemilik sertifikat"
        hint="Nama, OPD, atau NIP lengkap"
        type="search"
        autoComplete="off"
        value={text}
        onChange={setText}
      />
      {asks ? (
        <Loaded query={found}>
          {({ items, more }) => (
            <>
              <p role="status" className={small.quiet}>
                {summary(words, items.length, more)}
              </p>
              {items.length > 0 && <CertificateList items={items} label="Sertifikat yang ditemukan" />}
            </>
          )}
        </Loaded>
      ) : (
        children
      )}
    </>
  )
}

function summary(words: string, found: number, more: boolean): string {
  if (found === 0) return `Tidak ada sertifikat untuk “${words}”. Coba nama, OPD, atau NIP lengkap.`
  return more ? `${number(found)} pertama ditampilkan. Persempit pencarian.` : `${number(found)} ditemukan`
}

function CertificateList({ items, label }: { items: Certificate[]; label: string }) {
  return (
    <ul className={css.list} aria-label={label}>
      {items.map((it) => (
        <Row key={it.person_id} certificate={it} />
      ))}
    </ul>
  )
}

function Row({ certificate }: { certificate: Certificate }) {
  const [withdrawing, setWithdrawing] = useState(false)
  const { name, position, organisation, number: written } = certificate
  return (
    <li className={css.card}>
      <h3>{name}</h3>
      <p className={small.quiet}>{[position, organisation].filter(Boolean).join(', ')}</p>
      <p className={`${small.quiet} figures`}>{written}</p>
      <CertificateState certificate={certificate} />
      <div className={acts.below}>
        <DownloadCertificate certificate={certificate} ofOther />
        {!certificate.withdrawn_at && (
          <Button look="danger" aria-label={`Cabut sertifikat ${name}`} onClick={() => setWithdrawing(true)}>
            Cabut
          </Button>
        )}
      </div>
      {withdrawing && <WithdrawDialog certificate={certificate} onClose={() => setWithdrawing(false)} />}
    </li>
  )
}
