import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Absences } from '../absence/Absences'
import type { Answer } from '../api/operations'
import { actAs, useSession } from '../api/session'
import { Loaded } from '../app/Loaded'
import { useProfile } from '../app/use-profile'
import { OwnCertificates } from '../certificate/OwnCertificates'
import { chooseScheme, type SchemeChoice, useScheme } from '../theme/scheme'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Icon } from '../ui/Icon'
import { Page } from '../ui/Page'
import { longDate, nip, time } from '../words/format'
import { Accesses } from './Accesses'
import { CalendarFeed } from './CalendarFeed'
import { Devices } from './Devices'
import { NoticePreferences } from './NoticePreferences'
import { Password } from './Password'
import { SecondStep } from './SecondStep'
import { Sessions } from './Sessions'
import { Signing } from './Signing'
import css from './ProfilePage.module.css'

type Profile = Answer<'portal_show_profile'>

export default function ProfilePage() {
  const profile = useProfile()
  return (
    <Page title="Profil" narrow>
      <Loaded query={profile}>
        {(data) => (
          <>
            <Facts profile={data} />
            <OwnCertificates />
            <Absences />
            <Password chosenAt={data.password_at} codeBy={data.password_code_by} />
            <Signing />
            <SecondStep facts={data.second_step} />
            <Sessions />
            <NoticePreferences />
            <CalendarFeed />
            <Devices personId={data.person.id} />
            <Accesses />
          </>
        )}
      </Loaded>
      <Appearance />
    </Page>
  )
}

function Facts({ profile }: { profile: Profile }) {
  const { person, positions, signed_in_at: signedInAt } = profile
  const session = useSession()
  const acting = 'person' in session ? session.person.position_id : null
  return (
    <>
      <section className={card.part} aria-labelledby="data-diri">
        <h2 id="data-diri">Data diri</h2>
        <dl>
          <Fact term="Nama">{person.name}</Fact>
          <Fact term="NIP">{person.nip ? nip(person.nip) : 'Tidak ada'}</Fact>
          <Fact term="Surel">{person.email ?? 'Belum diisi'}</Fact>
          {signedInAt && (
            <Fact term="Masuk sejak">
              {longDate(signedInAt)}, {time(signedInAt)}
            </Fact>
          )}
        </dl>
      </section>
      <section className={card.part} aria-labelledby="jabatan">
        <h2 id="jabatan">Jabatan</h2>
        <ul className={css.positions}>
          {positions.map(({ id, title, organisation_name: organisation, starts_on: from, ends_on: to }) => (
            <li key={id}>
              <h3>{title}</h3>
              <p>{organisation}</p>
              <p className={css.dates}>
                {to ? `${longDate(from)} sampai ${longDate(to)}` : `Sejak ${longDate(from)}`}
              </p>
              {positions.length > 1 &&
                (id === acting ? (
                  <p className={css.acting}>
                    <Icon name="check" /> Anda sekarang bertindak sebagai ini
                  </p>
                ) : (
                  <Button onClick={() => actAs(id)}>Bertindak sebagai {title}</Button>
                ))}
            </li>
          ))}
        </ul>
        <p>
          <Link href="/hak">Hak saya</Link>
        </p>
      </section>
    </>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  )
}

function Appearance() {
  const { choice } = useScheme()
  return (
    <section className={card.part} aria-labelledby="tampilan">
      <h2 id="tampilan">Tampilan</h2>
      <SegmentedControl
        className={css.choice}
        aria-labelledby="tampilan"
        value={choice}
        onChange={(value) => chooseScheme(value as SchemeChoice)}
        data={[
          { value: 'auto', label: 'Ikuti perangkat' },
          { value: 'light', label: 'Terang' },
          { value: 'dark', label: 'Gelap' },
        ]}
      />
    </section>
  )
}
