import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { ask, fetchPaper } from '../api/client'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { save } from '../app/save'
import { kindName, size } from '../attachment/files'
import { ReasonDialog } from '../notulen/ReasonDialog'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { longDate, time } from '../words/format'
import { DisposisiTree } from './DisposisiTree'
import { Deal, handsOf, useNoteOpening } from './InHand'
import acts from '../ui/acts.module.css'
import small from '../ui/small.module.css'
import css from './Letter.module.css'
import { Marks } from './Marks'
import { Pages } from './Pages'
import { type Disposisi, type Letter, SIFAT, URGENSI } from './words'

/** One letter that came in: itself, what it says, its way down the tree, and what I can do with it. */
export default function LetterPage({ letterId }: { letterId: string }) {
  const shown = useAsk('eoffice_show_surat_masuk', { letter_id: letterId })
  const letter = shown.data?.letter
  return (
    <Page
      title={letter ? `Nomor agenda ${letter.nomor_agenda}` : 'Surat masuk'}
      above={<BackLink href="/surat/masuk">Surat masuk</BackLink>}
    >
      <Loaded query={shown} rows={3}>
        {(data) => <Shown letter={data.letter} disposisi={data.disposisi} />}
      </Loaded>
    </Page>
  )
}

function Shown({ letter, disposisi }: { letter: Letter; disposisi: Disposisi[] }) {
  const hands = handsOf(letter, disposisi)
  useNoteOpening(letter.id, hands[0])
  return (
    <div className={css.panes}>
      <div className={css.pane}>
        <section className={css.card} aria-labelledby="hal">
          <h2 id="hal">{letter.says.hal}</h2>
          <Marks {...letter.says} {...letter} held_by={letter.state === 'waiting' ? letter.addressee : 'penerima disposisi'} />
          {letter.state === 'cancelled' && (
            <Notice tone="warning" title="Pendaftaran surat ini dibatalkan.">
              <p>{letter.cancel_reason}</p>
            </Notice>
          )}
          {letter.done && (
            <Notice tone="success" title={`Selesai ${longDate(letter.done.at)} oleh ${letter.done.by}.`}>
              <p>{letter.done.note}</p>
            </Notice>
          )}
          <Facts letter={letter} />
          <Acts letter={letter} />
        </section>
        {hands.map((hand) => (
          <section key={hand.disposisiId} className={css.card} aria-label="Yang menunggu Anda">
            <h2>{hand.disposisiId ? 'Teruskan atau laporkan' : 'Disposisi'}</h2>
            <Deal letterId={letter.id} hand={hand} />
          </section>
        ))}
        {disposisi.length > 0 && (
          <section className={css.card} aria-labelledby="alur">
            <h2 id="alur">Alur disposisi</h2>
            <DisposisiTree letterId={letter.id} disposisi={disposisi} />
          </section>
        )}
        {letter.corrections.length > 0 && <Corrections letter={letter} />}
      </div>
      <div className={`${css.pane} ${css.side}`}>
        <Pages
          of={letter.file_name}
          id={`surat-${letter.id}`}
          pages={letter.pages}
          fetchPage={(page) => fetchPaper('eoffice_show_surat_masuk_page', { letter_id: letter.id, page })}
        />
      </div>
    </div>
  )
}

function Facts({ letter }: { letter: Letter }) {
  const { says } = letter
  const klasifikasi = [says.klasifikasi, letter.klasifikasi_titles.at(-1)].filter(Boolean).join(' ')
  const facts: [string, string][] = [
    ['Pengirim', says.sender],
    ['Nomor', says.number],
    ['Tanggal surat', longDate(says.dated_on)],
    ['Diterima', longDate(says.received_on)],
    ['Sifat', SIFAT[says.sifat]],
    ['Urgensi', URGENSI[says.urgensi]],
    ['Klasifikasi', klasifikasi && !letter.klasifikasi_is_listed ? `${klasifikasi} (kode lebih dalam dari daftar)` : klasifikasi],
    ['Lampiran', says.lampiran],
    ['Diteruskan kepada', letter.addressee],
    ['Dibaca', letter.read_at ? `${longDate(letter.read_at)} pukul ${time(letter.read_at)} oleh ${letter.read_by}` : 'Belum dibaca'],
    ['Didaftarkan', `${longDate(letter.registered_at)} pukul ${time(letter.registered_at)} oleh ${letter.registered_by}, ${letter.organisation_name}`],
    ['Didaftarkan lagi karena', letter.duplicate_reason],
  ]
  return (
    <dl className={css.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Acts({ letter }: { letter: Letter }) {
  const [cancelling, setCancelling] = useState(false)
  const cancel = useCommand('eoffice_cancel_surat_masuk')
  const download = useMutation({
    mutationFn: () => ask('eoffice_download_surat_masuk', { letter_id: letter.id }),
    // It comes as an attachment: the browser saves it, and this page stays.
    onSuccess: ({ url }) => location.assign(url),
  })
  const sheet = useMutation({
    mutationFn: () => fetchPaper('eoffice_print_lembar_disposisi', { letter_id: letter.id }),
    onSuccess: (file) => save(file, `lembar-disposisi-${letter.nomor_agenda.replace('/', '-')}.pdf`),
  })
  const refused = download.error ?? sheet.error
  return (
    <>
      <div className={acts.acts}>
        <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
          Unduh {kindName(letter.file_kind)} ({size(letter.file_size)})
        </Button>
        <Button icon="download" busy={sheet.isPending} onClick={() => sheet.mutate()}>
          Lembar disposisi
        </Button>
        {letter.state !== 'cancelled' && (
          <ButtonLink icon="edit" href={`/surat/baru?jawab=${letter.id}`}>
            Jawab
          </ButtonLink>
        )}
        {letter.may_correct && (
          <ButtonLink icon="edit" href={`/surat/masuk/${letter.id}/perbaiki`}>
            Perbaiki
          </ButtonLink>
        )}
        {letter.may_cancel && (
          <Button look="danger" onClick={() => setCancelling(true)}>
            Batalkan…
          </Button>
        )}
      </div>
      {refused && <Refusal error={refused} />}
      {cancelling && (
        <ReasonDialog
          title="Batalkan pendaftaran surat?"
          about="Nomor agendanya tetap tercatat sebagai batal. Pindaiannya kembali ke meja surat."
          label="Alasan"
          act="Batalkan pendaftaran"
          least={3}
          most={200}
          danger
          command={cancel}
          onSend={(reason) => cancel.mutateAsync({ letter_id: letter.id, reason })}
          said="Pendaftaran dibatalkan."
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  )
}

function Corrections({ letter }: { letter: Letter }) {
  return (
    <section className={css.card} aria-labelledby="perbaikan">
      <h2 id="perbaikan">Perbaikan</h2>
      <ul className={css.recipients}>
        {letter.corrections.map((made) => (
          <li key={made.at}>
            <p className={small.quiet}>
              {made.by}, {longDate(made.at)} pukul {time(made.at)}: {made.reason}
            </p>
            {made.changes.map(({ name, before, after }) => (
              <p key={name}>
                {name}: <del>{before || 'kosong'}</del> menjadi <ins>{after || 'kosong'}</ins>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
