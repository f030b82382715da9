import { useEffect, useState } from 'react'
import { asProblem } from '../api/problem'
import { type Distance, metres } from '../map/point'
import { findPosition, isAllowed, WHY_NOT } from '../map/position'
import css from './AskPosition.module.css'
import type { Verdict } from './verdict'

type Step = { is: 'looking' } | { is: 'asking' } | { is: 'sending' } | { is: 'done'; words: string }

export interface AskPositionProps {
  locate: NonNullable<Verdict['locate']>
}

/** Asks where the phone is, after everything that counts is done; who has allowed it before isn't asked again. */
export default function AskPosition({ locate }: AskPositionProps) {
  const [step, setStep] = useState<Step>({ is: 'looking' })

  async function send() {
    setStep({ is: 'sending' })
    const found = await findPosition()
    const words = 'failed' in found ? `${WHY_NOT[found.failed]} Tidak apa-apa.` : await locate(found).then(told, failed)
    setStep({ is: 'done', words })
  }

  useEffect(() => {
    let left = false
    void isAllowed().then((allowed) => {
      if (left) return
      if (allowed) void send()
      else setStep({ is: 'asking' })
    })
    return () => {
      left = true
    }
  }, [locate])

  return (
    <div className={css.box} role="status">
      {step.is === 'asking' && (
        <>
          <p>
            Penyelenggara ingin tahu seberapa jauh ponsel ini dari tempat acara. Yang disimpan hanya jaraknya, bukan posisi
            Anda. Boleh dilewati.
          </p>
          <button type="button" className={css.send} onClick={() => void send()}>
            Kirim lokasi
          </button>
        </>
      )}
      {step.is === 'sending' && <p>Mencari lokasi…</p>}
      {step.is === 'done' && <p>{step.words}</p>}
    </div>
  )
}

function told(distance: Distance | null): string {
  if (!distance) return 'Lokasi ikut tersimpan.'
  const far = `Ponsel ini ${metres(distance.metres)} dari tempat acara.`
  return distance.is_outside ? `${far} Penyelenggara melihatnya; Anda tetap tercatat hadir.` : `Lokasi terkirim. ${far}`
}

const failed = (error: unknown) => `Lokasi tidak terkirim. ${asProblem(error).message}`
