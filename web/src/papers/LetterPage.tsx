import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { save } from '../app/save'
import { toast } from '../app/toast'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import small from '../ui/small.module.css'
import { longDate, nip, sentence, time } from '../words/format'
import { LetterState } from './LetterState'
import css from './Papers.module.css'
import { fileName } from './words'

type Letter = Answer<'papers_show_surat_keterangan'>

/** One letter: what it states, where it stands, and what can be done with it. */
export default function LetterPage({ letterId }: { letterId: string }) {
  const letter = useAsk('papers_show_surat_keterangan', { letter_id: letterId })
  return (
    <Page
      title={letter.data?.number ?? 'Surat keterangan'}
      above={<BackLink href="/administrasi/surat-keterangan">Surat keterangan</BackLink>}
      narrow
    >
      <Loaded query={letter}>
        {(data) => (
          <>
            <Standing letter={data} />
            <Acts letter={data} />
            <About letter={data} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Standing({ letter }: { letter: Letter }) {
  const { state, changed_at: at, changed_by: by } = letter
  return (
    <div className={css.card}>
      <LetterState state={state} />
      {letter.dated_on && (
        <p>
          Nomor sisipan untuk surat bertanggal {longDate(letter.dated_on)}. Alasan: {sentence(letter.insert_reason)}
        </p>
      )}
      {state === 'taken' && (
        <p>
          Nomor diambil {letter.prepared_by}, {longDate(letter.prepared_at)} pukul {time(letter.prepared_at)}. Terbitkan,
          cetak, lalu mintakan tanda tangan.
        </p>
      )}
      {state === 'issued' && at && (
        <>
          <p>
            Diterbitkan {by}, {longDate(at)} pukul {time(at)}. Cetak, lalu mintakan tanda tangan basah.
          </p>
          <p>
            Kode naskah <strong className="figures">{letter.code}</strong>
          </p>
        </>
      )}
      {state === 'withdrawn' && at && (
        <p>
          Diterbitkan {letter.issued_at && longDate(letter.issued_at)}, dicabut {by}, {longDate(at)} pukul {time(at)}. Alasan: {sentence(letter.reason)} Siapa pun yang memeriksa naskahnya
          melihat bahwa surat ini tidak berlaku.
        </p>
      )}
      {state === 'cancelled' && at && (
        <p>
          Dibatalkan {by}, {longDate(at)} pukul {time(at)}. Alasan: {sentence(letter.reason)} Nomornya tidak dipakai lagi.
        </p>
      )}
    </div>
  )
}

function Acts({ letter }: { letter: Letter }) {
  const [asking, setAsking] = useState<'issue' | 'cancel' | 'withdraw' | null>(null)
  const download = useMutation({
    mutationFn: () => fetchPaper('papers_print_surat_keterangan', { letter_id: letter.letter_id }),
    onSuccess: (file) => save(file, fileName(letter.number)),
  })
  const open = letter.state === 'taken' && letter.is_own
  return (
    <>
      <div className={acts.acts}>
        {open && (
          <Button look="primary" icon="check" onClick={() => setAsking('issue')}>
            Terbitkan
          </Button>
        )}
        {letter.state !== 'cancelled' && (
          <Button
            look={letter.state === 'issued' ? 'primary' : 'default'}
            icon="download"
            busy={download.isPending}
            onClick={() => download.mutate()}
          >
            {letter.state === 'taken' ? 'Unduh konsep' : 'Unduh surat'}
          </Button>
        )}
        {letter.code && (
          <ButtonLink href={`/v/${letter.code}`} icon="link" newTab>
            Buka halaman pemeriksaan
          </ButtonLink>
        )}
        {letter.is_own && (
          <ButtonLink href={`/administrasi/surat-keterangan/${letter.letter_id}/sisip`} icon="plus">
            Sisipkan surat tanggal mundur
          </ButtonLink>
        )}
        {letter.state === 'issued' && letter.is_own && (
          <Button look="danger" onClick={() => setAsking('withdraw')}>
            Cabut
          </Button>
        )}
        {open && (
          <Button look="danger" onClick={() => setAsking('cancel')}>
            Batalkan
          </Button>
        )}
      </div>
      {letter.state === 'taken' && !letter.is_own && (
        <Notice tone="info" title={`Hanya ${letter.organisation_name} yang menerbitkan atau membatalkannya.`} />
      )}
      {download.error && <Refusal error={download.error} />}
      {asking === 'issue' && <IssueDialog letter={letter} onClose={() => setAsking(null)} />}
      {asking === 'cancel' && <CancelDialog letter={letter} onClose={() => setAsking(null)} />}
      {asking === 'withdraw' && <WithdrawDialog letter={letter} onClose={() => setAsking(null)} />}
    </>
  )
}

function IssueDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const issue = useCommand('papers_issue_surat_keterangan')
  return (
    <Dialog title="Terbitkan surat ini?" onClose={onClose}>
      <p>
        Surat {letter.number} diberi tanggal {letter.dated_on ? longDate(letter.dated_on) : 'hari ini'} dan kode QR. Setelah terbit, isinya tidak dapat diubah; yang keliru
        dicabut.
      </p>
      {issue.error && <Refusal error={issue.error} />}
      <DialogActions>
        <Button
          look="primary"
          busy={issue.isPending}
          onClick={() =>
            issue.mutate(
              { letter_id: letter.letter_id },
              {
                onSuccess: () => {
                  onClose()
                  toast('Surat terbit.')
                },
              },
            )
          }
        >
          Terbitkan surat
        </Button>
        <Button data-focus-first onClick={onClose}>
          Kembali
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function CancelDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const cancel = useCommand('papers_cancel_surat_keterangan')
  const fault = cancel.error?.fieldErrors[0]

  function submit(event: FormEvent) {
    event.preventDefault()
    if (cancel.isPending) return
    cancel.mutate(
      { letter_id: letter.letter_id, reason },
      {
        onSuccess: () => {
          onClose()
          toast('Surat dibatalkan.')
        },
      },
    )
  }

  return (
    <Dialog title="Batalkan surat ini?" onClose={onClose}>
      <form className={css.form} onSubmit={submit} noValidate>
        <p>Nomor {letter.number} tetap tercatat sebagai batal dan tidak dipakai surat lain.</p>
        {cancel.error && !fault && <Refusal error={cancel.error} />}
        <TextField
          label="Alasan"
          hint="Tercatat dalam register, misalnya: nama salah ketik"
          value={reason}
          onChange={setReason}
          error={fault?.detail}
          data-focus-first
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={cancel.isPending}>
            Batalkan surat
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function WithdrawDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const withdraw = useCommand('papers_withdraw_surat_keterangan')
  const fault = withdraw.error?.fieldErrors[0]

  function submit(event: FormEvent) {
    event.preventDefault()
    if (withdraw.isPending) return
    withdraw.mutate(
      { letter_id: letter.letter_id, reason },
      {
        onSuccess: () => {
          onClose()
          toast('Surat dicabut.')
        },
      },
    )
  }

  return (
    <Dialog title="Cabut surat ini?" onClose={onClose}>
      <form className={css.form} onSubmit={submit} noValidate>
        <p>
          Surat {letter.number} tidak berlaku lagi sejak sekarang. Nomornya tetap tercatat, dan {letter.employee_name} diberi
          tahu. Pencabutan tidak dapat diurungkan.
        </p>
        {withdraw.error && !fault && <Refusal error={withdraw.error} />}
        <TextField
          label="Alasan"
          hint="Tampil bagi siapa pun yang memeriksa naskahnya; jangan tulis data pribadi"
          value={reason}
          onChange={setReason}
          error={fault?.detail}
          data-focus-first
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={withdraw.isPending}>
            Cabut surat
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function About({ letter }: { letter: Letter }) {
  const employee = [letter.employee_position, letter.employee_organisation].filter(Boolean).join(', ')
  return (
    <div className={css.card}>
      <h2>Isi surat</h2>
      <dl className={css.about}>
        <div>
          <dt>Pegawai</dt>
          <dd>
            {letter.employee_name}
            <span className={small.quiet}>
              {letter.employee_nip && ` · NIP ${nip(letter.employee_nip)}`}
              {employee && ` · ${employee}`}
            </span>
          </dd>
        </div>
        <div>
          <dt>Perubahan</dt>
          <dd>
            <ul className={css.changes}>
              {letter.changes.map((change, place) => (
                <li key={place}>
                  {change.label}: {change.before && <del>{change.before}</del>} <ins>{change.after}</ins>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Dasar</dt>
          <dd>{letter.basis}</dd>
        </div>
        {letter.purpose && (
          <div>
            <dt>Keperluan</dt>
            <dd>{letter.purpose}</dd>
          </div>
        )}
        <div>
          <dt>Penanda tangan</dt>
          <dd>
            {letter.signature_lines.map((line) => (
              <span key={line} className={css.name}>
                {line}
              </span>
            ))}
            {letter.signer_name}
          </dd>
        </div>
        {letter.document_sha256 && (
          <div>
            <dt>SHA-256 arsip</dt>
            <dd className={css.code}>{letter.document_sha256}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
