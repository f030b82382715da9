import { useState } from 'react'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { longDate, number, time } from '../words/format'
import css from './ProfilePage.module.css'

type Session = Answer<'portal_list_sessions'>['items'][number]

/** In which browsers the person is signed in, and the ways out of them. */
export function Sessions() {
  const sessions = useAsk('portal_list_sessions', {})
  return (
    <section className={card.part} aria-labelledby="peramban">
      <h2 id="peramban">Peramban yang masuk</h2>
      <Loaded query={sessions} rows={1}>
        {({ items }) => {
          const others = items.filter(({ is_present: isPresent }) => !isPresent)
          return (
            <>
              <ul className={css.positions}>
                {items.map((session) => (
                  <Row key={session.id} session={session} />
                ))}
              </ul>
              {others.length > 1 && <EndOthers count={others.length} />}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

function Row({ session }: { session: Session }) {
  const end = useCommand('portal_end_session')
  const { id, browser, issuer_name: issuer, started_at: from, seen_at: seen, is_present: isPresent } = session
  const name = browser || 'Peramban'

  return (
    <li>
      <h3>
        {name}
        {isPresent && ' (peramban ini)'}
      </h3>
      <p className={css.dates}>
        Masuk {longDate(from)} pukul {time(from)}
        {issuer && ` lewat ${issuer}`}
        {!isPresent && `, terakhir dipakai ${longDate(seen)} pukul ${time(seen)}`}
      </p>
      {end.error && <Notice tone="error" title={end.error.message} live />}
      {!isPresent && (
        <Button
          busy={end.isPending}
          aria-label={`Keluarkan ${name}, masuk ${longDate(from)} pukul ${time(from)}`}
          onClick={() => end.mutate({ session_id: id }, { onSuccess: () => toast(`${name} dikeluarkan.`) })}
        >
          Keluarkan
        </Button>
      )}
    </li>
  )
}

function EndOthers({ count }: { count: number }) {
  const [asking, setAsking] = useState(false)
  const end = useCommand('portal_end_other_sessions')

  function submit() {
    end.mutate(
      {},
      {
        onSuccess: ({ signed_out: done }) => {
          setAsking(false)
          toast(`${number(done)} peramban lain dikeluarkan.`)
        },
      },
    )
  }

  return (
    <div>
      <Button look="danger" onClick={() => setAsking(true)}>
        Keluarkan {number(count)} peramban lain
      </Button>
      {asking && (
        <Dialog title={`Keluarkan ${number(count)} peramban lain?`} onClose={() => setAsking(false)}>
          <p>Di sana Anda harus masuk lagi. Peramban ini tetap masuk. Selesai paling lama dalam lima menit.</p>
          {end.error && <Notice tone="error" title={end.error.message} live />}
          <DialogActions>
            <Button look="danger" busy={end.isPending} onClick={submit}>
              Keluarkan
            </Button>
            <Button data-focus-first onClick={() => setAsking(false)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  )
}
