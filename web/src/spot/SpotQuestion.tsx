import { Refusal } from '../agenda/Refusal'
import type { Answer } from '../api/operations'
import { useCommand } from '../app/queries'
import { ButtonLink } from '../ui/Button'
import { Notice } from '../ui/Notice'
import small from '../ui/small.module.css'
import { useNow } from '../ui/states'
import { remaining, time } from '../words/format'
import css from './Spot.module.css'

type Check = Answer<'eagenda_show_own_spot_check'>

const A_SECOND = 1_000

/** The question on a phone in the hall: one press answers, and the first press stands. */
export function SpotQuestion({ check, onSaid }: { check: Check; onSaid?: (reply: Check['reply']) => void }) {
  const now = useNow(A_SECOND)
  const answer = useCommand('eagenda_answer_spot_check')
  const left = Date.parse(check.until) - now
  const reply = answer.data?.reply ?? (check.reply === 'asked' && left <= 0 ? 'missed' : check.reply)
  if (reply === 'verified') {
    return (
      <Notice tone="success" title="Terima kasih, kehadiran Anda terverifikasi." live>
        <ButtonLink href="/kerja">Selesai</ButtonLink>
      </Notice>
    )
  }
  if (reply === 'mistaken') {
    return (
      <Notice tone="warning" title="Angka itu tidak sedang tampil di layar." live>
        <p>Anda tetap tercatat hadir, dengan tanda. Temui penyelenggara bila Anda ada di tempat acara.</p>
      </Notice>
    )
  }
  if (reply === 'missed') {
    return (
      <Notice tone="warning" title={`Waktu menjawab habis pukul ${time(check.until)}.`} live>
        <p>Anda tetap tercatat hadir, dengan tanda. Temui penyelenggara bila Anda ada di tempat acara.</p>
      </Notice>
    )
  }
  return (
    <div className={css.question}>
      <p className={css.ask} id="pertanyaan">
        Angka berapa yang sedang tampil di layar aula?
      </p>
      <div role="group" aria-labelledby="pertanyaan" className={css.choices}>
        {check.choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className={css.choice}
            aria-busy={answer.isPending || undefined}
            onClick={() =>
              answer.isPending ||
              answer
                .mutateAsync({ agenda_id: check.agenda_id, number: check.number, choice })
                .then(({ reply: said }) => onSaid?.(said), () => undefined)
            }
          >
            {choice}
          </button>
        ))}
      </div>
      <p className={css.left}>Sisa {remaining(left)}. Sekali menjawab, tidak dapat diubah.</p>
      <p className={small.quiet}>
        Anda terpilih secara acak di antara yang hadir di {check.place}. Layar aula menampilkan angkanya selama waktu ini.
      </p>
      {answer.error && <Refusal error={answer.error} />}
    </div>
  )
}
