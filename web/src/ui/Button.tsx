import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'wouter'
import css from './Button.module.css'
import { Icon } from './Icon'
import type { IconName } from './icons/icons'

interface Look {
  look?: 'primary' | 'default' | 'text' | 'danger'
  /** Large: the one thing to press on a phone. */
  large?: boolean
  wide?: boolean
  icon?: IconName
  children: ReactNode
}

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Work is under way: a spinner turns and further presses do nothing. */
  busy?: boolean
  /** A dialog opens with the focus here. */
  'data-focus-first'?: boolean
}

export function Button({ look, large, wide, icon, busy = false, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={classes(look, large, wide)}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <span className={css.spinner} /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

interface ButtonLinkProps extends Look {
  href: string
  newTab?: boolean
}

/** Looks like a button and is a link: it leads somewhere. */
export function ButtonLink({ look, large, wide, icon, href, newTab = false, children }: ButtonLinkProps) {
  const content = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </>
  )
  const className = classes(look, large, wide)
  return newTab ? (
    <a href={href} className={className} target="_blank">
      {content}
    </a>
  ) : (
    <Link href={href} className={className}>
      {content}
    </Link>
  )
}

function classes(look: Look['look'] = 'default', large = false, wide = false): string {
  return [css.button, css[look], large && css.large, wide && css.wide].filter(Boolean).join(' ')
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: IconName
  /** What it does, for those who don't see the icon and as a hint for those who do. */
  label: string
}

export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={css.iconButton} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  )
}
