import { Link, useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { AgendaState } from '../agenda/AgendaState'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { ButtonLink } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Page } from '../ui/Page'
import { useNow } from '../ui/states'
import { useNarrow } from '../ui/use-narrow'
import { clock, dayAndDate, isoDate, time } from '../words/format'
import { Tasks } from './Tasks'
import css from './WorkPage.module.css'

const A_MINUTE = 60_000

/** *Kerja saya*: what waits for me today. */
export default function WorkPage() {
  const today = isoDate(useNow(A_MINUTE))
  const invitations = useAsk('eagenda_list_invitations', { day: today }, { refetchInterval: A_MINUTE })
  const reminders = useAsk('eagenda_list_reminders', {}, { refetchInterval: A_MINUTE })

  // That a meeting is cancelled is news, and stands under the bell.
  const soon = reminders.data?.items.filter(({ kind, starts_at: at }) => kind === 'starts_soon' && isoDate(at) === today) ?? []

  // On a phone a task that is open fills the page.
  const [search] = useSearchParams()
  if (useNarrow() && search.has('tugas')) {
    return (
      <Page title="Kerja saya">
        <Tasks />
      </Page>
    )
  }

  return (
    <Page title="Kerja saya">
      <div className={css.columns}>
        <section className={css.today} aria-labelledby="hari-ini">
          <div>
            <h2 id="hari-ini">Agenda hari ini</h2>
            <p className={css.date}>{dayAndDate(today)}</p>
          </div>
          <Loaded query={invitations}>
            {({ items }) => (
              <>
                {items.some(waitsForMe) && (
                  <ButtonLink href="/pindai" look="primary" icon="scan" large wide>
                    Pindai kehadiran
                  </ButtonLink>
                )}
                {items.length === 0 ? (
                  <p className={css.quiet}>
                    Tidak ada agenda hari ini. <Link href="/agenda">Lihat undangan mendatang</Link>
                  </p>
                ) : (
                  <ul className={css.list}>
                    {items.map((invitation) => (
                      <Invitation key={invitation.agenda_id} {...invitation} />
                    ))}
                  </ul>
                )}
              </>
            )}
          </Loaded>
        </section>
        {soon.length > 0 && (
          <section className={css.reminders} aria-labelledby="pengingat">
            <h2 id="pengingat">Pengingat</h2>
            <ul className={css.list}>
              {soon.map((reminder) => (
                <Reminder key={reminder.id} {...reminder} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <Tasks />
    </Page>
  )
}

type Invited = Answer<'eagenda_list_invitations'>['items'][number]

const waitsForMe = ({ invited, state, attended_at: attendedAt }: Invited) => invited && state === 'scheduled' && !attendedAt

function Invitation({ agenda_id: id, title, place, starts_at: from, ends_at: to, ...more }: Invited) {
  const { state, attended_at: attendedAt, organises } = more
  return (
    <li className={`${css.row} ${css.invitation}`}>
      <p className={css.time}>
        <time dateTime={from}>{clock(from)}</time>
        <span className={css.until}>–{time(to)}</span>
      </p>
      <div>
        <h3>
          <Link href={`/agenda/${id}`} className={css.whole}>
            {title}
          </Link>
        </h3>
        <p className={css.place}>
          <Icon name="place" size={16} /> {place}
        </p>
        {organises && (
          <p className={css.runs}>
            <span>Anda penyelenggara</span>
            {state === 'scheduled' && <Link href={`/agenda/${id}/layar`}>Layar aula</Link>}
            {state !== 'cancelled' && <Link href={`/agenda/${id}/kehadiran`}>Daftar hadir</Link>}
          </p>
        )}
      </div>
      <AgendaState {...{ state, from, to, attendedAt }} />
    </li>
  )
}

type Reminded = Answer<'eagenda_list_reminders'>['items'][number]

function Reminder({ agenda_id: id, title, place, starts_at: startsAt, at }: Reminded) {
  return (
    <li className={css.row}>
      <p className={css.soon}>
        <Icon name="bell" size={16} /> Dimulai pukul {time(startsAt)}
      </p>
      <h3>
        <Link href={`/agenda/${id}`} className={css.whole}>
          {title}
        </Link>
      </h3>
      <p className={css.place}>{place}</p>
      <p className={css.sentAt}>Diterima pukul {time(at)}</p>
    </li>
  )
}
