import { useState } from 'react'
import { serverNow } from '../api/server-clock'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { isoDate, typedDate } from '../words/format'
import { parseDate, parseTime } from '../words/parse'
import form from './AgendaForm.module.css'
import { DateField } from './DateField'
import type { Agenda, Draft, Mistakes } from './draft'
import { daysOff, type DraftSession, firstSessions, movedBy, type SessionField } from './sessions'
import css from './SessionsPart.module.css'

const MOST = 20

interface SessionsPartProps {
  draft: Draft
  mistakes: Mistakes
  /** The agenda that is edited: what somebody attended of it stays. */
  before: Agenda | undefined
  onChange: (sessions: DraftSession[]) => void
}

/** The sessions of an agenda: added, written and taken away. */
export function SessionsPart({ draft, mistakes, before, onChange }: SessionsPartProps) {
  const { sessions } = draft
  const add = () => {
    const last = sessions.at(-1)
    const next = { id: '', title: `Sesi ${sessions.length + 1}`, from: '', to: '', opens: '', closes: '' }
    onChange([...sessions, { ...next, date: last?.date ?? draft.date }])
  }
  const attended = before?.sittings.filter((session) => session.present_count > 0).map((session) => session.id) ?? []
  if (before && before.sittings.length === 0 && before.present_count > 0) {
    return <p className={css.hint}>Kehadiran sudah tercatat untuk seluruh agenda, jadi tidak dapat dibagi dalam sesi.</p>
  }
  if (sessions.length === 0) {
    return (
      <>
        <p className={css.hint}>
          Tanpa sesi, satu absensi berlaku untuk seluruh agenda. Bagi dalam sesi bila kehadiran dicatat lebih dari sekali,
          misalnya bimtek dua hari.
        </p>
        <div>
          <Button icon="plus" onClick={() => onChange(firstSessions(draft, serverNow()))}>
            Bagi dalam sesi
          </Button>
        </div>
      </>
    )
  }
  const days = daysOff(sessions, draft.date, serverNow())
  return (
    <>
      <p className={css.hint}>Setiap sesi punya kode layar dan daftar hadir sendiri.</p>
      {days !== 0 && (
        <div>
          <Button icon="agenda" onClick={() => onChange(movedBy(days, sessions, serverNow()))}>
            Geser semua sesi mulai {draft.date}
          </Button>
        </div>
      )}
      <ol className={css.sessions}>
        {sessions.map((session, index) => (
          <li key={session.id || index} className={css.session}>
            <SessionFields
              index={index}
              session={session}
              mistakes={mistakes}
              leaving={draft.leaving}
              onChange={(part) => onChange(sessions.map((it, place) => (place === index ? { ...it, ...part } : it)))}
            />
            {attended.includes(session.id) ? (
              <p className={css.hint}>Sudah ada yang hadir, jadi sesi ini tidak dapat dihapus.</p>
            ) : (
              <div>
                <Button
                  look="text"
                  icon="remove"
                  aria-label={`Hapus sesi ${index + 1}`}
                  onClick={() => onChange(sessions.filter((_, place) => place !== index))}
                >
                  Hapus sesi
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {sessions.length < MOST && (
        <div>
          <Button icon="plus" onClick={add}>
            Tambah sesi
          </Button>
        </div>
      )}
    </>
  )
}

interface SessionFieldsProps {
  index: number
  session: DraftSession
  mistakes: Mistakes
  leaving: string
  onChange: (part: Partial<DraftSession>) => void
}

function SessionFields({ index, session, mistakes, leaving, onChange }: SessionFieldsProps) {
  const named = `sesi ${index + 1}`
  const field = (name: SessionField) => ({
    id: `agenda-sessions.${index}.${name}`,
    value: session[name],
    error: mistakes[`sessions.${index}.${name}`],
    onChange: (value: string) => onChange({ [name]: value }),
  })
  const time = (name: 'from' | 'to' | 'opens' | 'closes') => ({
    ...field(name),
    autoComplete: 'off',
    onBlur: () => {
      const known = parseTime(session[name])
      if (known) onChange({ [name]: known })
    },
  })
  const [open, setOpen] = useState(false)
  const wrong = mistakes[`sessions.${index}.opens`] ?? mistakes[`sessions.${index}.closes`]
  // Once there is something to see it stays open: it must not close under the hands.
  if (!open && (session.opens || session.closes || wrong)) setOpen(true)
  return (
    <>
      <TextField label={`Judul ${named}`} required {...field('title')} />
      <DateField
        label={`Tanggal ${named}`}
        {...field('date')}
        onBlur={() => {
          const date = parseDate(session.date, isoDate(serverNow()))
          if (date) onChange({ date: typedDate(date) })
        }}
      />
      <div className={form.pair}>
        <TextField label={`Mulai ${named}`} hint="Contoh: 09.30 (WIB)" required {...time('from')} />
        <TextField label={`Selesai ${named}`} hint="Contoh: 11.30 (WIB)" required {...time('to')} />
      </div>
      <details className={css.more} open={open || undefined}>
        <summary>Jam absensi {named}</summary>
        <div className={form.pair}>
          <TextField
            label={`Absensi ${named} dibuka`}
            hint="Kosong: 30 menit sebelum mulai"
            optional
            {...time('opens')}
          />
          <TextField
            label={`Absensi ${named} ditutup`}
            hint={leaving ? `Kosong: ${leaving} menit sesudah selesai` : 'Kosong: saat sesi selesai'}
            optional
            {...time('closes')}
          />
        </div>
      </details>
    </>
  )
}
