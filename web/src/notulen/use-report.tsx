import { type ReactNode, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import type { Body } from '../api/operations'
import { useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { TextArea } from '../ui/Field'
import type { Decision } from './words'

type Told = Body<'eagenda_report_decision'>['state']

interface Report {
  /** Where what there is to know is typed. */
  note: ReactNode
  refusal: ReactNode
  busy: boolean
  tell: (state: Told) => void
}

/** The owner's word on how far a decision is; what is done says what came of it. */
export function useReport(decision: Decision, version: number): Report {
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const report = useCommand('eagenda_report_decision')
  const fault = report.error?.fieldErrors[0]?.detail

  function tell(state: Told) {
    const without = state === 'done' && !note.trim()
    setMissing(without)
    if (without) return
    toastWhenDone(
      report.mutateAsync({ decision_id: decision.id, version, state, note: note.trim() }),
      () => (state === 'done' ? 'Tercatat selesai.' : 'Perkembangan tercatat.'),
      () => setNote(''),
    )
  }
  return {
    note: (
      <TextArea
        label="Catatan"
        hint="Wajib bila selesai: apa hasilnya."
        maxLength={1000}
        value={note}
        onChange={setNote}
        error={missing && !note.trim() ? 'Tulis apa hasilnya.' : fault}
      />
    ),
    refusal: report.error && !fault && <Refusal error={report.error} />,
    busy: report.isPending,
    tell,
  }
}
