import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { Icon } from '../ui/Icon'
import { nameWindow } from '../ui/Page'
import tones from '../ui/tones.module.css'
import type { AskPositionProps } from './AskPosition'
import type { Verdict } from './verdict'
import css from './VerdictScreen.module.css'

/** Few meetings ask, so that few phones load it. */
const AskPosition = lazy<ComponentType<AskPositionProps>>(() => import('./AskPosition').catch(() => ({ default: () => null })))

const LABEL = { done: 'Selesai', 'scan-again': 'Pindai lagi', retry: 'Coba lagi', queue: 'Lihat antrean' } as const

interface VerdictScreenProps {
  verdict: Verdict
  onNext?: () => void
}

/** The whole screen says how the scan went, so that it can be shown to the officer at the door. */
export function VerdictScreen({ verdict, onNext }: VerdictScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    nameWindow(verdict.word)
    heading.current?.focus()
    // Phones only, and only where the browser knows how.
    // A page that nobody has touched may not move the phone; the browser would complain of the call.
    if ('vibrate' in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate(verdict.vibration)
  }, [verdict])

  return (
    <div className={`${css.screen} ${tones[verdict.tone]}`}>
      <div className={css.says}>
        <span className={css.icon}>
          <Icon name={verdict.icon} size={96} />
        </span>
        <h1 ref={heading} tabIndex={-1} className={css.word}>
          {verdict.word}
        </h1>
        {verdict.name && <p className={css.name}>{verdict.name}</p>}
        {verdict.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {verdict.locate && (
          <Suspense>
            <AskPosition locate={verdict.locate} />
          </Suspense>
        )}
      </div>
      {verdict.next && (
        <button type="button" className={css.next} onClick={onNext}>
          {LABEL[verdict.next]}
        </button>
      )}
    </div>
  )
}
