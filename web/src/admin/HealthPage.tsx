import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { deviceLag } from '../api/server-clock'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { JobProgress } from '../jobs/JobProgress'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import type { IconName } from '../ui/icons/icons'
import { Notice } from '../ui/Notice'
import { BackLink } from '../ui/BackLink'
import card from '../ui/card.module.css'
import { Page } from '../ui/Page'
import { number, shortDate, time } from '../words/format'
import css from './HealthPage.module.css'
import { deed, deviceClock, type Finding, type Health, type Judgement } from './health'

const JUDGEMENT = {
  well: ['circleCheck', 'Baik'],
  watch: ['warning', 'Perlu diperhatikan'],
  bad: ['circleX', 'Perlu ditangani'],
} as const satisfies Record<Judgement, [IconName, string]>

const ASK_EVERY = 30_000
const A_SECOND = 1_000

/** *Kesehatan*: whether everything works, and the way to set going again what stopped. */
export default function HealthPage() {
  const health = useAsk('portal_show_health', {}, { refetchInterval: ASK_EVERY })
  return (
    <Page title="Kesehatan" above={<BackLink href="/administrasi">Administrasi</BackLink>} narrow>
      <Loaded query={health} rows={5}>
        {({ findings, schedules, derived, dead_letters: letters }) => (
          <>
            <Findings findings={[...findings, deviceClock(deviceLag())]} schedules={schedules} />
            {letters.length > 0 && <DeadLetters letters={letters} />}
            <DerivedData derived={derived} />
            <Schedules schedules={schedules} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Findings({ findings, schedules }: { findings: Finding[]; schedules: Health['schedules'] }) {
  const open = [...findings, ...schedules].filter((it) => it.judgement !== 'well').length
  return (
    <section className={card.part} aria-labelledby="keadaan">
      <h2 id="keadaan">{open === 0 ? 'Keadaan: semua baik' : `Keadaan: ${number(open)} perlu dilihat`}</h2>
      <ul>
        {findings.map(({ about, says, judgement, advice }) => (
          <li key={about} className={css.row}>
            <h3>{about}</h3>
            <Judged judgement={judgement} />
            <p className="figures">{says}</p>
            {advice && <p className={css.advice}>{advice}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Judged({ judgement }: { judgement: Judgement }) {
  const [icon, word] = JUDGEMENT[judgement]
  return (
    <p className={`${css.judged} ${css[judgement]}`}>
      <Icon name={icon} /> {word}
    </p>
  )
}

function DeadLetters({ letters }: { letters: Health['dead_letters'] }) {
  const replay = useCommand('portal_replay_dead_letters')
  const sent = replay.isPending ? replay.variables.ids : []

  function send(ids: string[]) {
    replay.mutate({ ids }, { onSuccess: ({ replayed }) => toast(`${number(replayed)} kiriman dikirim ulang.`) })
  }

  return (
    <section className={card.part} aria-labelledby="kiriman-gagal">
      <div className={css.head}>
        <h2 id="kiriman-gagal">Kiriman gagal</h2>
        {letters.length > 1 && (
          <Button
            icon="retry"
            busy={sent.length > 1}
            disabled={sent.length === 1}
            onClick={() => send(letters.map((it) => it.id))}
          >
            Kirim ulang {number(letters.length)} kiriman
          </Button>
        )}
      </div>
      <p>Tiap kiriman sudah dicoba berkali-kali lalu dihentikan. Yang dikirim ulang tidak dikerjakan dua kali.</p>
      {replay.error && (
        <Notice tone="error" title={replay.error.message} live>
          <p>{replay.error.detail}</p>
        </Notice>
      )}
      <ul>
        {letters.map(({ id, subscriber, event, told_at: at, attempts, last_error: error }) => (
          <li key={id} className={css.row}>
            <h3>{deed(subscriber)}</h3>
            <div className={css.act}>
              <Button
                aria-label={`Kirim ulang: ${deed(subscriber)}, ${shortDate(at)} pukul ${time(at)}`}
                busy={sent.length === 1 && sent[0] === id}
                disabled={sent.length > 0 && sent[0] !== id}
                onClick={() => send([id])}
              >
                Kirim ulang
              </Button>
            </div>
            <p className="figures">
              {shortDate(at)} pukul {time(at)}, dicoba {number(attempts)} kali
            </p>
            <p className={css.code}>
              {event} · {error}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What follows from other records: when it was made anew last, and the way to do so by hand. */
function DerivedData({ derived }: { derived: Health['derived'] }) {
  const rebuild = useCommand('portal_rebuild_derived')
  return (
    <section className={card.part} aria-labelledby="data-turunan">
      <div className={css.head}>
        <h2 id="data-turunan">Data turunan</h2>
        <Button icon="retry" busy={rebuild.isPending} disabled={derived.is_renewing} onClick={() => rebuild.mutate({})}>
          Susun ulang
        </Button>
      </div>
      <p>
        Kartu pencarian, pengisian jabatan, dan siapa yang boleh melihat suatu data disimpan agar cepat dibuka. Setelah
        pembaruan, semuanya disusun ulang sendiri. Susun ulang bila pencarian atau daftar tampak tidak cocok dengan
        Direktori; yang sudah benar tidak diubah.
      </p>
      {rebuild.error && (
        <Notice tone="error" title={rebuild.error.message} live>
          <p>{rebuild.error.detail}</p>
        </Notice>
      )}
      {derived.ended_at && !derived.is_renewing && (
        <p className="figures">
          Terakhir selesai {shortDate(derived.ended_at)} pukul {time(derived.ended_at)}
        </p>
      )}
      {derived.job_id && <Rebuild key={derived.job_id} jobId={derived.job_id} />}
    </section>
  )
}

function Rebuild({ jobId }: { jobId: string }) {
  const client = useQueryClient()
  const job = useAsk(
    'portal_show_job',
    { job_id: jobId },
    { refetchInterval: ({ state }) => (state.data?.state === 'started' ? A_SECOND : false) },
  )
  const state = job.data?.state
  useEffect(() => {
    if (state === 'completed') void client.invalidateQueries({ queryKey: ['portal_show_health'] })
  }, [client, state])
  return job.data ? <JobProgress job={job.data} /> : null
}

function Schedules({ schedules }: { schedules: Health['schedules'] }) {
  return (
    <section className={card.part} aria-labelledby="jadwal">
      <h2 id="jadwal">Pekerjaan terjadwal</h2>
      <ul>
        {schedules.map(({ target, ran_at: ran, due_at: due, failure, judgement }) => (
          <li key={target} className={css.row}>
            <h3>{deed(target)}</h3>
            <Judged judgement={judgement} />
            <p className="figures">
              {ran ? `Terakhir ${shortDate(ran)} pukul ${time(ran)}` : 'Belum pernah berjalan'}
              {judgement === 'well' && `, berikutnya ${shortDate(due)} pukul ${time(due)}`}
              {judgement !== 'well' && !failure && `, seharusnya lagi ${shortDate(due)} pukul ${time(due)}`}
            </p>
            {failure && <p className={css.code}>Gagal: {failure}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
