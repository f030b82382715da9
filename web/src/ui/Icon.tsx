import { type IconName, ICONS } from './icons/icons'

/** Thinner lines at smaller sizes keep the same grey. */
const STROKE = { 16: 1.25, 20: 1.5, 24: 2, 32: 2, 96: 1.75 } as const

interface IconProps {
  name: IconName
  size?: keyof typeof STROKE
}

/** Always decoration: the word beside it, or the control's own name, says the same. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={STROKE[size]}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {ICONS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
