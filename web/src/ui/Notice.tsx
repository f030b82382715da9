import type { ReactNode, Ref } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icons/icons'
import css from './Notice.module.css'

const ICON_OF = { info: 'info', success: 'circleCheck', warning: 'warning', error: 'circleX' } as const satisfies Record<
  string,
  IconName
>

interface NoticeProps {
  tone: keyof typeof ICON_OF
  title: string
  children?: ReactNode
  /** Read aloud when it appears; for what answers an act of the person. */
  live?: boolean
  ref?: Ref<HTMLDivElement>
}

/** One thing to know: icon, title, and what can be done about it. */
export function Notice({ tone, title, children, live = false, ref }: NoticeProps) {
  return (
    <div className={`${css.notice} ${css[tone]}`} role={live ? 'alert' : undefined} ref={ref} tabIndex={ref ? -1 : undefined}>
      <Icon name={ICON_OF[tone]} />
      <div className={css.text}>
        <p className={css.title}>{title}</p>
        {children}
      </div>
    </div>
  )
}
