import { Link } from 'wouter'
import css from './BackLink.module.css'
import { Icon } from './Icon'

/** Above a page's title: one level up. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className={css.back}>
      <Icon name="chevronLeft" size={16} /> {children}
    </Link>
  )
}
