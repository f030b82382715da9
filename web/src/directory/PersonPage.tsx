import { useState } from 'react'
import { Link } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import { nip, telephone } from '../words/format'
import css from './Directory.module.css'
import { PersonDialog } from './PersonDialog'
import { type Person, term } from './words'

/** A person: numbers as far as they may be shown, the posts of today, and those before and after. */
export default function PersonPage({ personId }: { personId: string }) {
  const person = useAsk('directory_show_person', { person_id: personId })
  const [editing, setEditing] = useState(false)
  return (
    <Page
      title={person.data?.name ?? 'Orang'}
      above={<BackLink href="/direktori">Direktori</BackLink>}
      actions={
        person.data?.manages && (
          <>
            <ButtonLink icon="lock" href={`/administrasi/akun?${new URLSearchParams({ cari: person.data.name })}`}>
              Akun
            </ButtonLink>
            <Button icon="edit" onClick={() => setEditing(true)}>
              Ubah data
            </Button>
          </>
        )
      }
      narrow
    >
      <Loaded query={person}>
        {(it) => (
          <>
            <Facts person={it} />
            <Positions title="Jabatan sekarang" positions={it.positions.filter(({ holds }) => holds)} empty="Tidak memegang jabatan." />
            <Positions title="Jabatan lain" positions={it.positions.filter(({ holds }) => !holds)} />
            {editing && <PersonDialog person={it} onClose={() => setEditing(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Facts({ person: it }: { person: Person }) {
  const disclose = useCommand('directory_disclose_person')
  const whole = disclose.data
  const facts = [
    ['NIP', it.nip ? nip(whole?.nip ?? it.nip) : 'Bukan ASN'],
    ['Golongan', it.golongan],
    ['Surel', it.email],
    ['Telepon', it.telephone && telephone(whole?.telephone ?? it.telephone)],
    ['NIK', whole?.nik ?? it.nik],
  ].filter(([, text]) => text)
  const isMasked = Boolean(it.nip || it.telephone || it.nik)
  return (
    <>
      <dl className={css.facts}>
        {facts.map(([word, text]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd className="figures">{text}</dd>
          </div>
        ))}
      </dl>
      {disclose.error && <Refusal error={disclose.error} />}
      {it.manages && isMasked && !whole && (
        <div>
          <Button icon="eye" busy={disclose.isPending} onClick={() => disclose.mutate({ person_id: it.id })}>
            Tampilkan nomor utuh
          </Button>
        </div>
      )}
      {it.manages && isMasked && (
        <p className={css.about} role="status">
          {whole ? 'Tercatat.' : 'Akan tercatat.'} Pegawai melihat di Profil siapa yang membukanya.
        </p>
      )}
    </>
  )
}

function Positions({ title, positions, empty }: { title: string; positions: Person['positions']; empty?: string }) {
  if (positions.length === 0 && !empty) return null
  return (
    <section className={css.section} aria-label={title}>
      <h2>{title}</h2>
      {positions.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul className={rowList.clipped}>
          {positions.map((it) => (
            <li key={`${it.position_id} ${it.starts_on}`} className={css.row}>
              <Link href={`/direktori/jabatan/${it.position_id}`} className={`${rowList.whole} ${css.whole}`}>
                {it.title}
              </Link>
              <span className={css.about}>{it.organisation_name}</span>
              <span className={css.about}>{term(it.starts_on, it.ends_on)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
