import { type ReactNode, useEffect, useRef } from 'react'
import css from './Page.module.css'

interface PageProps {
  title: string
  /** A line above the title: where this page belongs. */
  above?: ReactNode
  /** Beside the title: what can be done here. */
  actions?: ReactNode
  /** Text and forms read better in a narrow column. */
  narrow?: boolean
  children: ReactNode
}

const SITE = 'Trowulan'

let opened = 0

/** A page of the portal. Opening one names the window and puts the focus on its title, as a fresh document would. */
export function Page({ title, above, actions, narrow = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    // The browser itself begins the first page at its top.
    if (opened++ > 0) heading.current?.focus({ preventScroll: true })
  }, [])

  useEffect(() => nameWindow(title), [title])

  return (
    <div className={narrow ? `${css.page} ${css.narrow}` : css.page}>
      <div className={css.head}>
        <div className={css.title}>
          {above}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}

export function nameWindow(title: string): void {
  document.title = `${title} · ${SITE}`
}
