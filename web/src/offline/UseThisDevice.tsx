import { useState } from 'react'
import { asProblem, type Problem } from '../api/problem'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { enrol } from './device'
import { beat } from './heartbeat'

interface UseThisDeviceProps {
  personId: string
  /** The device whose place this one would take. */
  other: { id: string; name: string } | null
  onDone?: () => void
}

/** Lets this device sign; where another one does, asks first. */
export function UseThisDevice({ personId, other, onDone }: UseThisDeviceProps) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function begin() {
    setBusy(true)
    setProblem(null)
    try {
      await enrol(personId, other?.id ?? null)
      void beat(personId)
      setAsking(false)
      onDone?.()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button busy={busy && !asking} onClick={() => (other ? setAsking(true) : void begin())}>
        Pakai perangkat ini
      </Button>
      {problem && !asking && <Refusal problem={problem} />}
      {other && asking && (
        <Dialog title="Pakai perangkat ini?" onClose={() => setAsking(false)}>
          <p>
            Pindaian luring Anda kemudian ditandatangani perangkat ini. Yang belum terkirim di {other.name} tidak diterima
            lagi: kirim dulu dari sana.
          </p>
          {problem && <Refusal problem={problem} />}
          <DialogActions>
            <Button look="primary" busy={busy} onClick={() => void begin()}>
              Pakai perangkat ini
            </Button>
            <Button data-focus-first onClick={() => setAsking(false)}>
              Tetap {other.name}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

function Refusal({ problem }: { problem: Problem }) {
  return (
    <Notice tone="error" title={problem.message} live>
      {problem.detail && <p>{problem.detail}</p>}
    </Notice>
  )
}
