import { type ReactNode, useEffect, useRef } from 'react'
import acts from './acts.module.css'
import css from './Page.module.css'

interface PageProps {
  title: string
  /** A line above the title: where this page belongs. */
  above?: ReactNode
  /** Beside the title: what can be done here. */
  actions?: ReactNode
  /** What was sent is wrong: the window's name says so before anything else is read aloud. */
  failing?: boolean
  /** Text and forms read better in a narrow column. */
  narrow?: boolean
  children: ReactNode
}

const SITE = 'Trowulan'

/** How the person came here: by a link, or back and forth through the history. */
const arrival = { opened: 0, byHistory: false, from: '' }

addEventListener('popstate', () => (arrival.byHistory = true))
// The router's own event.
addEventListener('pushState', () => (arrival.byHistory = false))

/**
 * A page of the portal. Opening one names the window and puts the focus on its title, as a fresh document would; coming
 * back to one puts it on the link that led away.
 */
export function Page({ title, above, actions, failing = false, narrow = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const { byHistory, from } = arrival
    const leftBy = byHistory && document.querySelector<HTMLElement>(`main a[href="${CSS.escape(from)}"]`)
    // The browser itself begins the first page at its top, and finds the place again on the way back.
    if (arrival.opened++ > 0) (leftBy || heading.current)?.focus({ preventScroll: true })
    if (!byHistory) scrollTo(0, 0)
    arrival.from = location.pathname
  }, [])

  useEffect(() => nameWindow(failing ? `Galat: ${title}` : title), [title, failing])

  return (
    <div className={narrow ? `${css.page} ${css.narrow}` : css.page}>
      <div className={css.head}>
        <div className={css.title}>
          {above}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {actions && <div className={acts.acts}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}

export function nameWindow(title: string): void {
  document.title = `${title} · ${SITE}`
}
