import css from './ProgressBar.module.css'

interface ProgressBarProps {
  /** What is under way, for who doesn't see the bar. */
  label: string
  value: number
  max?: number
}

/** How far something is that takes a while. */
export function ProgressBar({ label, value, max = 1 }: ProgressBarProps) {
  return <progress className={css.bar} value={value} max={max} aria-label={label} />
}
