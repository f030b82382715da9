import type { ReactNode } from 'react'
import { Brand } from './Brand'
import css from './SignIn.module.css'

/** The frame of every page before sign-in. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={css.page}>
      <header className={css.strip}>Situs resmi Pemerintah Kabupaten Mojokerto</header>
      <main className={css.main}>
        <Brand />
        <div className={css.card}>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
