import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { DateField } from '../agenda/DateField'
import { Refusal } from '../agenda/Refusal'
import { serverNow } from '../api/server-clock'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast, toastWhenDone } from '../app/toast'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { isoDate, number, typedDate } from '../words/format'
import { parseDate } from '../words/parse'
import acts from '../ui/acts.module.css'
import small from '../ui/small.module.css'
import css from './Letter.module.css'
import { usualDays } from './words'

interface DisposisiFormProps {
  letterId: string
  /** The disposisi by which I have the letter; none for whom the letter itself is for. */
  disposisiId: string
}

const LAST = 'disposisi-terakhir'

/** To whom, what they are to do, until when: three rows of choices and a note. */
export function DisposisiForm(props: DisposisiFormProps) {
  const form = useAsk('eoffice_show_disposisi_form', { letter_id: props.letterId, disposisi_id: props.disposisiId })
  return (
    <Loaded query={form} rows={2}>
      {(data) => (data.recipients.length === 0 ? <p>Tidak ada jabatan di bawah Anda. Catat tindak lanjutnya sendiri.</p> : <Choices {...props} {...data} />)}
    </Loaded>
  )
}

interface Possible {
  recipients: { position_id: string; title: string; holder: string }[]
  phrases: { phrase: string; asks_attendance: boolean }[]
}

function Choices({ letterId, disposisiId, recipients, phrases }: DisposisiFormProps & Possible) {
  const today = isoDate(serverNow())
  const [to, setTo] = useState<string[]>([])
  const [chosen, setChosen] = useState<string[]>([])
  const [note, setNote] = useState('')
  const [due, setDue] = useState(typedDate(usualDays(serverNow())[2]?.day ?? today))
  const [missing, setMissing] = useState(false)
  const give = useCommand('eoffice_give_disposisi')
  const recall = useCommand('eoffice_recall_disposisi')
  const dueOn = parseDate(due, today)
  const asksAttendance = phrases.some((it) => it.asks_attendance && chosen.includes(it.phrase))
  const inOrder = lastFirst(recipients)

  function send(event?: FormEvent) {
    event?.preventDefault()
    const lacks = to.length === 0 || !dueOn || (chosen.length === 0 && !note.trim())
    setMissing(lacks)
    if (lacks || give.isPending || !dueOn) return
    remember(to)
    const body = { letter_id: letterId, disposisi_id: disposisiId, recipient_ids: to, phrases: chosen, due: dueOn, note }
    give
      .mutateAsync(body)
      .then(({ disposisi_id: id }) => {
        toast(`Disposisi terkirim ke ${number(to.length)} orang.`, () =>
          toastWhenDone(
            Promise.all(to.map((position) => recall.mutateAsync({ letter_id: letterId, disposisi_id: id, position_id: position }))),
            () => 'Disposisi ditarik.',
          ),
        )
      })
      .catch(() => undefined)
  }

  const fault = (name: string) => give.error?.fieldErrors.find((it) => it.pointer === `/${name}`)?.detail
  return (
    <form
      className={css.form}
      aria-label="Disposisi"
      onSubmit={send}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return
        event.preventDefault()
        send()
      }}
      noValidate
    >
      <Chips
        legend="Kepada"
        options={inOrder.map((it) => ({ value: it.position_id, word: it.title, about: it.holder || 'lowong', vacant: !it.holder }))}
        chosen={to}
        onChange={setTo}
        error={missing && to.length === 0 ? 'Pilih penerima disposisi.' : fault('recipient_ids')}
      />
      <Chips
        legend="Isi disposisi"
        options={phrases.map(({ phrase }) => ({ value: phrase, word: phrase }))}
        chosen={chosen}
        onChange={setChosen}
        error={missing && chosen.length === 0 && !note.trim() ? 'Pilih isi disposisi atau tulis catatannya.' : fault('phrases')}
      />
      {asksAttendance && <p className={small.quiet}>Tiap penerima mendapat draf agenda dari surat ini.</p>}
      <fieldset className={css.chips}>
        <legend>Batas waktu</legend>
        {usualDays(serverNow()).map(({ word, day }) => (
          <label key={day} className={css.chip}>
            <input type="radio" name={`batas-${letterId}-${disposisiId}`} checked={dueOn === day} onChange={() => setDue(typedDate(day))} />
            {word}
          </label>
        ))}
      </fieldset>
      <DateField
        id={`batas-${letterId}-${disposisiId}`}
        label="Atau tanggal lain"
        value={due}
        error={missing && !dueOn ? 'Isi batasnya, misalnya 24/11/2026.' : fault('due')}
        onChange={setDue}
        onBlur={() => dueOn && setDue(typedDate(dueOn))}
      />
      <TextArea label="Catatan" optional maxLength={1000} rows={2} value={note} error={fault('note')} onChange={setNote} />
      {give.error && give.error.fieldErrors.length === 0 && <Refusal error={give.error} />}
      <div className={acts.acts}>
        <Button type="submit" look="primary" icon="send" busy={give.isPending}>
          {to.length > 1 ? `Kirim disposisi ke ${number(to.length)} orang` : 'Kirim disposisi'}
        </Button>
      </div>
    </form>
  )
}

interface ChipsProps {
  legend: string
  options: { value: string; word: string; about?: string; vacant?: boolean }[]
  chosen: string[]
  onChange: (chosen: string[]) => void
  error: string | undefined
}

/** Several of a few, each one press. */
function Chips({ legend, options, chosen, onChange, error }: ChipsProps) {
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter((it) => it !== value) : [...chosen, value])
  return (
    <fieldset className={css.chips} aria-invalid={error ? true : undefined}>
      <legend>{legend}</legend>
      {options.map(({ value, word, about, vacant }) => (
        <label key={value} className={css.chip} data-vacant={vacant || undefined}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>
            {word}
            {about && <small>{about}</small>}
          </span>
        </label>
      ))}
      {error && (
        <p className={css.urgent} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** Those to whom I gave something last stand first. */
function lastFirst<Post extends { position_id: string }>(posts: Post[]): Post[] {
  const last = JSON.parse(localStorage.getItem(LAST) ?? '[]') as string[]
  const place = (post: Post) => (last.includes(post.position_id) ? last.indexOf(post.position_id) : last.length)
  return [...posts].sort((one, other) => place(one) - place(other))
}

function remember(to: string[]) {
  const last = JSON.parse(localStorage.getItem(LAST) ?? '[]') as string[]
  localStorage.setItem(LAST, JSON.stringify([...to, ...last.filter((it) => !to.includes(it))].slice(0, 9)))
}
