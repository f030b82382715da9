import { type ReactNode, useEffect, useRef } from 'react'
import { useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { Button, IconButton } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Empty, useNow } from '../ui/states'
import { useNarrow } from '../ui/use-narrow'
import { useShortcuts } from '../work/shortcuts'
import { dayAndDate, daySpan, isoDate, monthAndYear } from '../words/format'
import css from './Calendar.module.css'
import { DayList } from './DayList'
import { DayStrip } from './DayStrip'
import { daysShown, isSameMonth, on, step, type View } from './days'
import { MonthGrid } from './MonthGrid'
import { IN_ADDRESS } from './view'
import { WeekBoard } from './WeekBoard'

export type ShownCalendar = Answer<'eagenda_show_calendar'>
export type Entry = ShownCalendar['entries'][number]

interface CalendarProps {
  view: View
  /** What is asked for the days of the view. */
  operation: 'eagenda_show_calendar' | 'eagenda_show_office_calendar' | 'eagenda_show_leadership_calendar'
  /** The next step where there is nothing. */
  empty: ReactNode
}

const A_MINUTE = 60_000

/** A month, a week or a day; on a phone a strip of days with the list below it. */
export function Calendar({ view, operation, empty }: CalendarProps) {
  const [search, setSearch] = useSearchParams()
  const narrow = useNarrow()
  const today = isoDate(useNow(A_MINUTE))
  const asked = search.get('tanggal') ?? ''
  const day = isDay(asked) ? asked : today
  const days = daysShown(view, day)
  const calendar = useAsk(operation, { first_day: days[0] ?? day, last_day: days.at(-1) ?? day })
  const all = calendar.data?.entries ?? []
  const office = search.get('opd') ?? ''
  const entries = office ? all.filter(({ organisation_name: name }) => name === office) : all
  const daysOff = new Map(calendar.data?.days_off.map((off) => [off.day, off.name]))
  const moved = useRef(false)
  const grid = useRef<HTMLDivElement>(null)

  const look = (choice: Record<string, string>, replace = true) =>
    setSearch({ ...Object.fromEntries(search), ...choice }, { replace })
  const go = (to: string) => look({ tanggal: to })
  /** By a key: the day that it leads to has the focus then. */
  const move = (to: string) => {
    if (to === day) focusDay()
    else {
      moved.current = true
      go(to)
    }
  }
  const focusDay = () => grid.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  const open = (which: string) => look({ tanggal: which, tampilan: IN_ADDRESS.day }, false)

  useShortcuts({ t: () => move(today) })
  useEffect(() => {
    if (moved.current) focusDay()
    moved.current = false
  }, [day])

  const parts = { days, day, today, entries, daysOff, onMove: move, onChoose: go, onOpen: open }
  const inMonth = view === 'month' ? days.filter((one) => isSameMonth(one, day)) : days
  const listed = narrow && view === 'month' ? [day] : inMonth
  const nothing = inMonth.every((one) => on(entries, one).length === 0)
  const period = title(view, day, days)
  return (
    <div className={css.calendar}>
      <div className={css.bar}>
        <IconButton icon="chevronLeft" label={`${NAMES[view]} sebelumnya`} onClick={() => go(step(view, day, -1))} />
        <IconButton icon="chevronRight" label={`${NAMES[view]} berikutnya`} onClick={() => go(step(view, day, 1))} />
        <Button onClick={() => go(today)}>Hari ini</Button>
        <h2 aria-live="polite">{period}</h2>
        <OfficeChoice entries={all} office={office} onChoose={(opd) => look({ opd })} />
      </div>
      <div ref={grid}>
        {view !== 'day' && narrow && <DayStrip {...parts} month={view === 'month'} />}
        {view === 'month' && !narrow && <MonthGrid {...parts} />}
        {view === 'week' && !narrow && <WeekBoard {...parts} />}
      </div>
      <Loaded query={calendar}>
        {({ is_cut: cut }) => (
          <>
            {cut && (
              <Notice tone="warning" title="Agendanya lebih banyak daripada yang dapat ditampilkan sekaligus.">
                <p>Pilih tampilan Minggu atau Hari agar semuanya tampil.</p>
              </Notice>
            )}
            {(narrow || view === 'day') && <DayList {...parts} days={listed} named={view !== 'day'} />}
            {nothing ? (
              <Empty icon="agenda" title={`Tidak ada agenda pada ${period}.`}>
                {empty}
              </Empty>
            ) : (
              narrow && on(entries, day).length === 0 && view === 'month' && <p>Tidak ada agenda pada {dayAndDate(day)}.</p>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

/** Where several offices organise something: all of them, or one. */
function OfficeChoice({ entries, office, onChoose }: { entries: Entry[]; office: string; onChoose: (office: string) => void }) {
  const names = new Set(entries.flatMap(({ organisation_name: name }) => name ?? []))
  if (office) names.add(office)
  if (names.size < 2 && !office) return null
  return (
    <select className={css.office} aria-label="OPD" value={office} onChange={(event) => onChoose(event.target.value)}>
      <option value="">Semua OPD</option>
      {[...names].sort().map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  )
}

const NAMES = { month: 'Bulan', week: 'Minggu', day: 'Hari' } as const satisfies Record<View, string>

function title(view: View, day: string, days: string[]): string {
  if (view === 'month') return monthAndYear(day)
  return view === 'week' ? daySpan(days[0] ?? day, days.at(-1) ?? day) : dayAndDate(day)
}

/** Anything may stand in an address. */
const isDay = (text: string) => /^[12]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
