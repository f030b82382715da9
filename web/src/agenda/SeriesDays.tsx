import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../api/operations'
import { serverNow } from '../api/server-clock'
import { useAsk } from '../app/queries'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import small from '../ui/small.module.css'
import { Failure } from '../ui/states'
import { dayAndDate, number, span } from '../words/format'
import { AgendaState } from './AgendaState'
import css from './SeriesDays.module.css'

type Day = Answer<'eagenda_show_series'>['days'][number]

const SHOWN = 5
const WHILE_IN_WORK = 3_000

/** The other days of the series: the next few, and all of them at a press. */
export function SeriesDays({ agendaId }: { agendaId: string }) {
  const [all, setAll] = useState(false)
  const series = useAsk(
    'eagenda_show_series',
    { agenda_id: agendaId },
    { refetchInterval: ({ state }) => (state.data?.in_work ? WHILE_IN_WORK : false) },
  )
  if (series.error && !series.data) return <Failure problem={series.error} onRetry={() => void series.refetch()} />
  if (!series.data) return null
  const { words, days, in_work: inWork, refused } = series.data
  const coming = days.filter((day) => Date.parse(day.ends_at) > serverNow() || day.agenda_id === agendaId)
  const shown = all ? days : coming.slice(0, SHOWN)
  return (
    <section className={css.series} aria-labelledby="seri">
      <h2 id="seri">
        <Icon name="repeat" /> Seri
      </h2>
      <p>
        {words}. Yang dibuat: {number(days.length)} tanggal.
      </p>
      {refused.length > 0 && (
        <Notice tone="warning" title="Sebagian tanggal tidak dapat dikerjakan.">
          <ul>
            {refused.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
          <p>Buat agenda tersendiri untuk tanggal itu, atau ubah satu per satu.</p>
        </Notice>
      )}
      {inWork && <p role="status">Tanggal lain sedang dikerjakan.</p>}
      <ol className={css.list}>
        {shown.map((day) => (
          <SeriesDay key={day.agenda_id} day={day} here={day.agenda_id === agendaId} />
        ))}
      </ol>
      {shown.length < days.length && (
        <Button look="text" onClick={() => setAll(true)}>
          Tampilkan semua {number(days.length)} tanggal
        </Button>
      )}
    </section>
  )
}

function SeriesDay({ day, here }: { day: Day; here: boolean }) {
  const { agenda_id: id, starts_at: from, ends_at: to, state } = day
  return (
    <li className={css.day} aria-current={here ? 'date' : undefined}>
      <div>
        {here ? <strong>{dayAndDate(from)} (halaman ini)</strong> : <Link href={`/agenda/${id}`}>{dayAndDate(from)}</Link>}
        <p className={small.quiet}>
          {span(from, to)} · {day.place}
        </p>
      </div>
      <AgendaState {...{ state, from, to }} />
    </li>
  )
}
