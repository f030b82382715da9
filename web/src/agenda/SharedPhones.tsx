import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { Empty } from '../ui/states'
import { clock } from '../words/format'
import css from './AttendanceLists.module.css'

/** Phones by which more than one person scanned: a reason to ask, and nothing more. */
export function SharedPhones({ agendaId }: { agendaId: string }) {
  const phones = useAsk('eagenda_list_shared_phones', { agenda_id: agendaId })
  return (
    <Loaded query={phones}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="people" title="Tiap ponsel dipakai satu orang. Ponsel yang dipakai beberapa orang muncul di sini." />
        ) : (
          <>
            <p>Kehadirannya tetap dihitung. Tanyakan kepada yang bersangkutan, atau adakan cek acak.</p>
            <ul className={css.cards} aria-label="Satu ponsel, beberapa orang">
              {items.map(({ people }) => (
                <li key={people[0]?.person_id} className={css.card}>
                  <h2>Satu ponsel, {people.length} orang</h2>
                  {people.map((one) => (
                    <p key={one.person_id}>
                      {clock(one.attended_at)} · {one.name}, {one.organisation_name}
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  )
}
