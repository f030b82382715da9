import { serverNow } from '../api/server-clock'
import { longDate } from '../words/format'
import css from './Tasks.module.css'
import { type Task, urgency, VERBS } from './words'

interface TaskRowProps {
  task: Task
  open: boolean
  picked: boolean
  onOpen: () => void
  onPick: (range: boolean) => void
}

/** One task: how near its deadline is, what it is about, from whom, and what is to be done. */
export function TaskRow({ task, open, picked, onOpen, onPick }: TaskRowProps) {
  const { tone, mark, word } = urgency(task.due, serverNow())
  return (
    <li className={css.row} data-open={open || undefined}>
      <label className={css.pick}>
        <input
          type="checkbox"
          checked={picked}
          onChange={(event) => onPick((event.nativeEvent as MouseEvent).shiftKey)}
        />
        <span className="visually-hidden">Pilih {task.title}</span>
      </label>
      <button
        type="button"
        id={`tugas-${task.id}`}
        className={css.open}
        aria-current={open ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className={css[tone]}>
          <span aria-hidden="true">{mark}</span> {task.snoozed_until ? `Ditunda sampai ${longDate(task.snoozed_until)}` : word}
        </span>
        <span className={css.title}>{task.title}</span>
        {task.in_name_of && <span className={css.name}>Atas nama {task.in_name_of}</span>}
        <span className={css.from}>
          {task.asked_by} · {VERBS[task.verb]} · {task.detail}
        </span>
      </button>
    </li>
  )
}
