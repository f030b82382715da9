import { notifications } from '@mantine/notifications'

export const TOAST_TIME = 6_000

/** Says shortly that something is done. Never the only place of an error. */
export function toast(message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': 'Tutup pemberitahuan' } })
}
