import type { ReactNode } from 'react'
import { Button, ButtonLink } from '../ui/Button'
import { useShortcuts } from './shortcuts'
import css from './Tasks.module.css'

export interface Act {
  label: string
  look?: 'primary' | 'danger'
  busy?: boolean
  /** What pressing it does, or where it leads. */
  run: (() => void) | string
}

interface TaskActsProps {
  acts: Act[]
  onSnooze: () => void
  children?: ReactNode
}

/** The buttons of a task, at hand wherever the page is scrolled: 1, 2, 3 are the buttons in their order, H puts off. */
export function TaskActs({ acts, onSnooze, children }: TaskActsProps) {
  const run = (act: Act) => {
    if (typeof act.run === 'function' && !act.busy) act.run()
  }
  useShortcuts({
    h: onSnooze,
    ...Object.fromEntries(acts.map((act, index) => [String(index + 1), () => run(act)])),
  })
  return (
    <div className={css.acts}>
      {children}
      <div className={css.buttons}>
        {acts.map((act, index) =>
          typeof act.run === 'string' ? (
            <ButtonLink key={act.label} href={act.run} {...(act.look === 'primary' && { look: act.look })}>
              {act.label}
            </ButtonLink>
          ) : (
            <Button key={act.label} look={act.look ?? 'default'} busy={act.busy ?? false} onClick={() => run(act)}>
              <Key>{String(index + 1)}</Key>
              {act.label}
            </Button>
          ),
        )}
        <Button onClick={onSnooze}>
          <Key>H</Key>
          Tunda
        </Button>
      </div>
    </div>
  )
}

/** The key that does the same; decoration, for the list of keys tells it in words. */
function Key({ children }: { children: string }) {
  return (
    <kbd className={css.key} aria-hidden="true">
      {children}
    </kbd>
  )
}
