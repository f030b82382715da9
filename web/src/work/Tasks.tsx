import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { actAs, useSession } from '../api/session'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages } from '../app/queries'
import { Button, ButtonLink } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import { Empty, Loading } from '../ui/states'
import tab from '../ui/tab.module.css'
import { useNarrow } from '../ui/use-narrow'
import { longDate, number, time } from '../words/format'
import { useShortcuts } from './shortcuts'
import { TaskActs } from './TaskActs'
import { TaskRow } from './TaskRow'
import css from './Tasks.module.css'
import { nextInPlace, type Task, type Verb, VERBS } from './words'

const ApproveMany = lazy(() => import('./ApproveMany'))
const DecideMany = lazy(() => import('../naskah/DecideMany').then((it) => ({ default: it.DecideMany })))
const SnoozeDialog = lazy(() => import('./SnoozeDialog').then((it) => ({ default: it.SnoozeDialog })))

type Deciding = ComponentType<{ task: Task; onSnooze: () => void }>

/** How each kind of task is decided in place. */
const DETAILS: Record<Task['kind'], Deciding> = {
  'table-proposal': lazy(() => import('./ProposalTask')),
  'provisional-scans': lazy(() => import('./ScansTask')),
  rotation: lazy(() => import('./RotationTask')),
  invitation: lazy(() => import('./InvitationTask')),
  'agenda-draft': lazy(() => import('./DraftTask')),
  'spot-check': lazy(() => import('./SpotCheckTask')),
  notulen: lazy(() => import('./NotulenTask')),
  'notulen-to-write': lazy(() => import('./WriteNotulenTask')),
  decision: lazy(() => import('./DecisionTask')),
  'surat-masuk': lazy(() => import('./LetterTask')),
  disposisi: lazy(() => import('./LetterTask')),
  'naskah-to-check': lazy(() => import('./NaskahTask')),
  'naskah-to-mend': lazy(() => import('./NaskahTask')),
  'naskah-to-sign': lazy(() => import('./NaskahTask')),
}

const A_MINUTE = 60_000

/** What waits for me in all my positions, by deadline, done on the spot. */
export function Tasks() {
  const [search] = useSearchParams()
  const verb = (Object.keys(VERBS) as Verb[]).find((it) => it === search.get('tab'))
  const list = useAskPages('portal_list_tasks', verb ? { verb } : {}, { refetchInterval: A_MINUTE })
  return (
    <section className={css.tasks} aria-labelledby="menunggu-saya">
      <h2 id="menunggu-saya">Menunggu Anda</h2>
      <Loaded query={list} rows={4}>
        {({ pages }) => (
          <TaskList
            tasks={pages.flatMap((page) => page.items)}
            counts={pages[0]?.counts ?? []}
            {...{ verb, list }}
          />
        )}
      </Loaded>
    </section>
  )
}

interface TaskListProps {
  tasks: Task[]
  counts: { verb: Verb; count: number }[]
  verb: Verb | undefined
  list: ReturnType<typeof useAskPages<'portal_list_tasks'>>
}

function TaskList({ tasks, counts, verb, list }: TaskListProps) {
  const narrow = useNarrow()
  const [search, setSearch] = useSearchParams()
  const [picked, setPicked] = useState<Set<string>>(new Set())
  const [snoozing, setSnoozing] = useState<Task[]>([])
  const [approving, setApproving] = useState<Task[]>([])
  const lastPicked = useRef('')
  const undo = useRef<(() => void) | null>(null)
  const place = useRef(0)
  const inPlace = useRef<HTMLDivElement>(null)

  const awake = tasks.filter((task) => !task.snoozed_until)
  const asleep = tasks.filter((task) => task.snoozed_until)
  const ordered = [...awake, ...asleep]
  const wanted = search.get('tugas')
  const shown = wanted || !narrow ? nextInPlace(wanted ? ordered : awake, wanted, place.current) : undefined
  const picks = ordered.filter(({ id }) => picked.has(id))
  const total = counts.reduce((sum, { count }) => sum + count, 0)

  // When what was open is done, the next one opens in its place, and the focus goes there with it.
  const gone = wanted !== null && shown !== undefined && shown.id !== wanted
  useEffect(() => {
    if (shown) place.current = ordered.indexOf(shown)
    if (gone) {
      choose(shown.id)
      inPlace.current?.focus({ preventScroll: true })
    } else if (wanted && ordered.length === 0) choose(null)
  })

  function choose(id: string | null) {
    const { tugas: _, ...others } = Object.fromEntries(search)
    setSearch(id ? { ...others, tugas: id } : others, { replace: !narrow || id === null || wanted !== null })
  }

  const openOnPhone = narrow && shown?.id
  useEffect(() => {
    if (openOnPhone) scrollTo(0, 0)
  }, [openOnPhone])

  function step(by: number) {
    const next = ordered[(shown ? ordered.indexOf(shown) : -1) + by]
    if (!next) return
    choose(next.id)
    document.getElementById(`tugas-${next.id}`)?.focus()
  }

  function pick(id: string, range: boolean) {
    const ids = ordered.map((task) => task.id)
    const from = range ? ids.indexOf(lastPicked.current) : -1
    const to = ids.indexOf(id)
    const chosen = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1)
    const next = new Set(picked)
    if (from < 0 && next.has(id)) next.delete(id)
    else for (const one of chosen) next.add(one)
    lastPicked.current = id
    setPicked(next)
  }

  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    x: (event) => shown && pick(shown.id, event.shiftKey),
    Escape: () => (picked.size > 0 ? setPicked(new Set()) : narrow && choose(null)),
    Enter: () => inPlace.current?.focus(),
  })
  useEffect(() => {
    function takeBack(event: KeyboardEvent) {
      if (event.key !== 'z' || !event.ctrlKey || !undo.current || (event.target as Element).closest('input, textarea')) return
      event.preventDefault()
      undo.current()
      undo.current = null
    }
    addEventListener('keydown', takeBack)
    return () => removeEventListener('keydown', takeBack)
  }, [])

  const row = (task: Task) => (
    <TaskRow
      key={task.id}
      task={task}
      open={task.id === shown?.id}
      picked={picked.has(task.id)}
      onOpen={() => (task.id === shown?.id ? inPlace.current?.focus() : choose(task.id))}
      onPick={(range) => pick(task.id, range)}
    />
  )
  const naskah = approving.find(({ kind }) => kind === 'naskah-to-sign' || kind === 'naskah-to-check')?.kind
  const dialogs = (
    <Suspense>
      {snoozing.length > 0 && (
        <SnoozeDialog
          tasks={snoozing}
          onClose={() => setSnoozing([])}
          onDone={(takeBack) => {
            undo.current = takeBack
            setPicked(new Set())
            if (narrow) choose(null)
          }}
        />
      )}
      {naskah && (
        <DecideMany
          deed={naskah === 'naskah-to-sign' ? 'sign' : 'approve'}
          naskah={approving.map((task) => ({ id: task.within_id, title: task.title, about: task.detail }))}
          onClose={(done) => {
            setApproving([])
            setPicked(new Set(picks.filter((task) => !done.includes(task.within_id)).map(({ id }) => id)))
          }}
        />
      )}
      {approving.length > 0 && !naskah && (
        <ApproveMany
          tasks={approving}
          onClose={(done) => {
            setApproving([])
            setPicked(new Set([...picked].filter((id) => !done.includes(id))))
          }}
        />
      )}
    </Suspense>
  )

  if (narrow && shown) {
    return (
      <>
        <TaskDetail key={shown.id} task={shown} focus={inPlace} onSnooze={() => setSnoozing([shown])}>
          <Button look="text" icon="chevronLeft" onClick={() => choose(null)}>
            Daftar tugas
          </Button>
        </TaskDetail>
        {dialogs}
      </>
    )
  }
  return (
    <>
      {(total > 0 || verb) && <Tabs {...{ counts, verb, total }} />}
      {picks.length > 0 && (
        <PickBar
          picks={picks}
          onApprove={() => setApproving(picks)}
          onSnooze={() => setSnoozing(picks)}
          onDrop={() => setPicked(new Set())}
        />
      )}
      {tasks.length === 0 && <NothingWaits {...{ verb }} />}
      {tasks.length > 0 && (
        <div className={css.panes}>
          <div className={css.list}>
            {awake.length === 0 && <p className={css.quiet}>Semua yang menunggu Anda sedang ditunda.</p>}
            {awake.length > 0 && <ul aria-label="Menunggu Anda">{awake.map(row)}</ul>}
            {asleep.length > 0 && (
              <>
                <h3 className={css.asleep}>Ditunda</h3>
                <ul aria-label="Ditunda">{asleep.map(row)}</ul>
              </>
            )}
            {(list.hasNextPage || ordered.length > MANY) && <LoadMore list={list} shown={ordered.length} />}
          </div>
          {shown && <TaskDetail key={shown.id} task={shown} focus={inPlace} onSnooze={() => setSnoozing([shown])} />}
        </div>
      )}
      {dialogs}
    </>
  )
}

const MANY = 25

function Tabs({ counts, verb, total }: { counts: TaskListProps['counts']; verb: Verb | undefined; total: number }) {
  const [, setSearch] = useSearchParams()
  const tabs = [
    { value: undefined, word: 'Semua', count: total },
    ...counts.filter((it) => it.count > 0 || it.verb === verb).map((it) => ({ value: it.verb, word: VERBS[it.verb], count: it.count })),
  ]
  return (
    <div className={css.tabs} role="group" aria-label="Saring menurut tindakan">
      {tabs.map(({ value, word, count }) => (
        <button
          key={word}
          type="button"
          className={tab.tab}
          aria-pressed={value === verb}
          onClick={() => setSearch(value ? { tab: value } : {}, { replace: true })}
        >
          {word} <span className="figures">{number(count)}</span>
        </button>
      ))}
    </div>
  )
}

/** What is decided for several of one kind at once. */
const TOGETHER: Partial<Record<Task['kind'], (count: string) => string>> = {
  'table-proposal': (count) => `Setujui ${count} usulan`,
  'naskah-to-check': (count) => `Paraf ${count} naskah…`,
  'naskah-to-sign': (count) => `Tanda tangani ${count} naskah…`,
}

interface PickBarProps {
  picks: Task[]
  onApprove: () => void
  onSnooze: () => void
  onDrop: () => void
}

/** What can be done with all that are picked; a label says how many it touches. */
function PickBar({ picks, onApprove, onSnooze, onDrop }: PickBarProps) {
  const kind = picks[0]?.kind
  const deed = kind && picks.every((it) => it.kind === kind && it.may_do) ? TOGETHER[kind] : undefined
  return (
    <div className={css.bar} role="group" aria-label="Yang dipilih">
      <p role="status">{number(picks.length)} dipilih</p>
      {deed && (
        <Button look="primary" onClick={onApprove}>
          {deed(number(picks.length))}
        </Button>
      )}
      <Button onClick={onSnooze}>Tunda {number(picks.length)} tugas</Button>
      <Button look="text" onClick={onDrop}>
        Batal memilih
      </Button>
    </div>
  )
}

function NothingWaits({ verb }: { verb: Verb | undefined }) {
  const [, setSearch] = useSearchParams()
  if (verb) {
    return (
      <Empty title={`Tidak ada yang perlu Anda ${VERBS[verb].toLowerCase()}.`}>
        <Button onClick={() => setSearch({}, { replace: true })}>Hapus saringan “{VERBS[verb]}”</Button>
      </Empty>
    )
  }
  return (
    <Empty title="Semua beres. Tidak ada yang menunggu Anda.">
      <ButtonLink href="/agenda">Lihat agenda mendatang</ButtonLink>
    </Empty>
  )
}

interface TaskDetailProps {
  task: Task
  focus: React.RefObject<HTMLDivElement | null>
  onSnooze: () => void
  children?: React.ReactNode
}

function TaskDetail({ task, focus, onSnooze, children }: TaskDetailProps) {
  // A portal that is older than its server may be told of a kind that it doesn't know.
  const Detail = (DETAILS as Partial<Record<string, Deciding>>)[task.kind]
  const session = useSession()
  const isOfOther = task.position_id !== '' && 'person' in session && session.person.position_id !== task.position_id
  return (
    <div className={css.detail} ref={focus} tabIndex={-1} role="region" aria-label={task.title}>
      {children}
      <h3>{task.title}</h3>
      <p className={css.quiet}>
        {task.detail} · dari {task.asked_by}, {longDate(task.asked_at)} {time(task.asked_at)}
      </p>
      {task.due && (
        <p className={css.quiet}>
          <Icon name="clock" size={16} /> Batas {longDate(task.due)} {time(task.due)}
        </p>
      )}
      {task.in_name_of ? (
        <p className={css.name}>Atas nama {task.in_name_of}</p>
      ) : (
        task.position_title && <p className={css.quiet}>Untuk Anda sebagai {task.position_title}</p>
      )}
      {!task.may_do ? (
        <>
          <Notice tone="info" title={`Yang memutuskan: ${task.in_name_of}.`}>
            <p>Anda menyiapkannya. Keputusan tidak dapat diambil atas nama pejabat.</p>
          </Notice>
          <TaskActs onSnooze={onSnooze} acts={[{ label: 'Buka', run: task.link }]} />
        </>
      ) : isOfOther ? (
        <Notice tone="info" title={`Putuskan sebagai ${task.position_title}.`}>
          <p>
            {task.in_name_of
              ? `Anda membantu ${task.in_name_of} dalam jabatan itu, dan sedang bertindak sebagai jabatan lain.`
              : 'Anda sedang bertindak sebagai jabatan lain. Keputusan dicatat atas jabatan ini.'}
          </p>
          <Button look="primary" onClick={() => actAs(task.position_id)}>
            Bertindak sebagai {task.position_title}
          </Button>
        </Notice>
      ) : Detail ? (
        <Suspense fallback={<Loading rows={2} />}>
          {task.in_name_of && (
            <p className={css.quiet}>Yang Anda lakukan dicatat dengan nama Anda, atas nama {task.in_name_of}.</p>
          )}
          <Detail task={task} onSnooze={onSnooze} />
        </Suspense>
      ) : (
        <Notice tone="info" title="Tugas ini memerlukan portal yang lebih baru.">
          <Button look="primary" onClick={() => window.location.reload()}>
            Muat ulang
          </Button>
        </Notice>
      )}
    </div>
  )
}
