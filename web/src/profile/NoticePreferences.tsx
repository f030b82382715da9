import { type FormEvent, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { KINDS, quietHours } from '../notices/words'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import plainField from '../ui/plain-field.module.css'
import { longDate, time } from '../words/format'
import css from './NoticePreferences.module.css'
import profile from './ProfilePage.module.css'

type Preferences = Answer<'portal_show_notice_preferences'>
type Choice = Preferences['choices'][number]

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Of what I want to be told, by which way, and when e-mail waits. */
export function NoticePreferences() {
  const preferences = useAsk('portal_show_notice_preferences', {})
  return (
    <section className={card.part} aria-labelledby="pemberitahuan">
      <h2 id="pemberitahuan">Pemberitahuan</h2>
      <Loaded query={preferences} rows={2}>
        {(data) => <Form key={data.version} before={data} />}
      </Loaded>
    </section>
  )
}

function Form({ before }: { before: Preferences }) {
  const [choices, setChoices] = useState(before.choices)
  const [from, setFrom] = useState(before.quiet_from)
  const [to, setTo] = useState(before.quiet_to)
  const [digest, setDigest] = useState(before.digest)
  const save = useCommand('portal_set_notice_preferences')
  const byMail = before.mail_address !== ''

  const change = (kind: Choice['kind'], changed: Partial<Choice>) =>
    setChoices(choices.map((choice) => (choice.kind === kind ? { ...choice, ...changed } : choice)))

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate(
      { choices, quiet_from: from, quiet_to: to, digest, version: before.version },
      { onSuccess: () => toast('Pilihan pemberitahuan disimpan.') },
    )
  }

  return (
    <form onSubmit={submit} className={profile.form}>
      <table className={css.table}>
        <caption className="visually-hidden">Cara Anda diberi tahu menurut jenisnya</caption>
        <thead>
          <tr>
            <th scope="col">Jenis</th>
            <th scope="col">Aplikasi</th>
            {byMail && <th scope="col">Surel</th>}
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <tr key={choice.kind}>
              <th scope="row">{KINDS[choice.kind]}</th>
              <td>
                <Tick
                  label={`${KINDS[choice.kind]} di aplikasi`}
                  checked={choice.in_app}
                  onChange={(on) => change(choice.kind, { in_app: on })}
                />
              </td>
              {byMail && (
                <td>
                  <Tick
                    label={`${KINDS[choice.kind]} lewat surel`}
                    checked={choice.by_mail}
                    onChange={(on) => change(choice.kind, { by_mail: on })}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {byMail ? (
        <>
          <p>
            Surel dikirim ke {before.mail_address}. Yang tidak mendesak ditahan pada jam tenang:{' '}
            {quietHours(from, to)}.
          </p>
          <div className={css.hours}>
            <HourField id="tenang-dari" label="Jam tenang dari" value={from} onChange={setFrom} />
            <HourField id="tenang-sampai" label="Sampai" value={to} onChange={setTo} />
          </div>
          <label className={css.digest}>
            <input type="checkbox" checked={digest} onChange={(event) => setDigest(event.target.checked)} />
            Kirim ringkasan tugas tiap hari kerja pukul 07.00 WIB
          </label>
        </>
      ) : (
        <p>Surel belum dapat dikirim kepada Anda: alamat Anda belum diisi, atau server ini belum mengirim surel.</p>
      )}
      {save.error && <Refusal error={save.error} />}
      <div className={profile.actions}>
        <Button type="submit" busy={save.isPending}>
          Simpan pilihan
        </Button>
      </div>
      {byMail && <SentMail />}
    </form>
  )
}

interface TickProps {
  label: string
  checked: boolean
  onChange: (on: boolean) => void
}

function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className={css.tick}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="visually-hidden">{label}</span>
    </label>
  )
}

interface HourFieldProps {
  id: string
  label: string
  value: number
  onChange: (hour: number) => void
}

function HourField({ id, label, value, onChange }: HourFieldProps) {
  return (
    <div className={plainField.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {String(hour).padStart(2, '0')}.00
          </option>
        ))}
      </select>
    </div>
  )
}

/** What became of the latest e-mail to me. */
function SentMail() {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={css.summary}>Riwayat surel</summary>
      {open && <MailList />}
    </details>
  )
}

function MailList() {
  const mails = useAsk('portal_list_mails', {})
  return (
    <Loaded query={mails} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p>Belum ada surel untuk Anda.</p>
        ) : (
          <ul className={css.mails}>
            {items.map((mail) => (
              <li key={mail.id}>
                {mail.kind ? KINDS[mail.kind] : 'Ringkasan harian'}, {longDate(mail.asked_at)} {time(mail.asked_at)}:{' '}
                {outcome(mail)}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function outcome({ state, reason, due_at: due, settled_at: settled }: Answer<'portal_list_mails'>['items'][number]): string {
  if (state === 'sent' && settled) return `terkirim ${time(settled)}`
  if (state === 'waiting') return reason ? `belum terkirim, dicoba lagi ${time(due)}` : `menunggu sampai ${time(due)}`
  return `tidak terkirim (${reason})`
}
