import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import PreparePage from './PreparePage'

/** A surat keterangan that is dated back, behind the number of another. */
export default function InsertPage({ letterId }: { letterId: string }) {
  const letter = useAsk('papers_show_surat_keterangan', { letter_id: letterId })
  return <Loaded query={letter}>{(data) => <PreparePage after={{ id: data.letter_id, number: data.number }} />}</Loaded>
}
