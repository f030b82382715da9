import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages } from '../app/queries'
import card from '../ui/card.module.css'
import { shortDate, time } from '../words/format'
import css from './ProfilePage.module.css'

type Access = Answer<'directory_list_accesses'>['items'][number]

const SEEN = { nip: 'NIP', nik: 'NIK', telephone: 'nomor telepon' } as const satisfies Record<Access['identifiers'][number], string>

/** Who saw my whole numbers, which are masked everywhere else. */
export function Accesses() {
  const list = useAskPages('directory_list_accesses', {})
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className={card.part} aria-labelledby="siapa-melihat">
      <h2 id="siapa-melihat">Siapa melihat data saya</h2>
      <p>NIP, NIK, dan telepon Anda tampil tersamar. Setiap kali pengelola kepegawaian membukanya utuh, tercatat di sini.</p>
      <Loaded query={{ ...list, data: list.data?.pages[0] }} rows={1}>
        {() =>
          items.length === 0 ? (
            <p>Belum ada yang melihat.</p>
          ) : (
            <>
              <ul className={css.positions}>
                {items.map((access) => (
                  <Row key={access.id} access={access} />
                ))}
              </ul>
              <LoadMore list={list} shown={items.length} />
            </>
          )
        }
      </Loaded>
    </section>
  )
}

function Row({ access }: { access: Access }) {
  const { name, position_title: position, organisation_name: office, identifiers, at } = access
  return (
    <li>
      <h3>{name}</h3>
      {position && (
        <p>
          {position}, {office}
        </p>
      )}
      <p className={css.dates}>
        Membuka {identifiers.map((it) => SEEN[it]).join(', ')} · {shortDate(at)} pukul {time(at)}
      </p>
    </li>
  )
}
