import { Button } from '../ui/Button'
import css from './Invited.module.css'

interface PickedBarProps {
  /** What the press does, with how many. */
  words: string
  onWithdraw: () => void
  onClear: () => void
}

/** What can be done with those who are picked. */
export function PickedBar({ words, onWithdraw, onClear }: PickedBarProps) {
  return (
    <div className={css.bar}>
      <Button look="danger" onClick={onWithdraw}>
        {words}
      </Button>
      <Button look="text" onClick={onClear}>
        Batal memilih
      </Button>
    </div>
  )
}
