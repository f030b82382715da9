import { notifications } from '@mantine/notifications'
import { Button } from '../ui/Button'

export const TOAST_TIME = 6_000
/** What can be taken back stays a little longer. */
const TOAST_TIME_WITH_ACT = 10_000

/** Says shortly that something is done, with the way to take it back. Never the only place of an error. */
export function toast(message: string, undo?: () => void): void {
  const id = crypto.randomUUID()
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
