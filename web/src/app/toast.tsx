import { notifications } from '@mantine/notifications'
import { Button } from '../ui/Button'

export const TOAST_TIME = 6_000
/** What can be taken back stays a little longer. */
const TOAST_TIME_WITH_ACT = 10_000

/**
 * Says that a command is done, also where its form or task has left the page by then; that it failed is shown where it was
 * given.
 */
export function toastWhenDone<Answer>(command: Promise<Answer>, message: (answer: Answer) => string, then?: () => void): void {
  command.then(
    (answer) => {
      then?.()
      toast(message(answer))
    },
    () => undefined,
  )
}

/** Says shortly that something is done, with the way to take it back. Never the only place of an error. */
export function toast(message: string, undo?: () => void): void {
  const id = crypto.randomUUID()
  notifications.clean() // one at a time: what is taken back is what was done last
  notifications.show({
    id,
    message: undo ? (
      <>
        {message}{' '}
        <Button
          look="text"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          Urungkan
        </Button>
      </>
    ) : (
      message
    ),
    ...(undo && { autoClose: TOAST_TIME_WITH_ACT }),
    closeButtonProps: { 'aria-label': 'Tutup pemberitahuan' },
  })
}
