import { Link } from 'wouter'
import { OfflineBar } from '../ui/states'
import { number } from '../words/format'
import { useQueue } from './queue'

/** What waits to be sent, and what was refused, stands in the bar below the header until it is done with. */
export function QueueBar() {
  const { waiting, refused } = useQueue()
  const words = [
    waiting > 0 && `${number(waiting)} menunggu dikirim`,
    refused > 0 && `${number(refused)} perlu Anda periksa`,
  ].filter(Boolean)
  return <OfflineBar>{words.length > 0 && <Link href="/antrean-kirim">{words.join(', ')}</Link>}</OfflineBar>
}
