import { useEffect, useRef } from 'react'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages } from '../app/queries'
import acts from '../ui/acts.module.css'
import card from '../ui/card.module.css'
import small from '../ui/small.module.css'
import { longDate, number } from '../words/format'
import { type Certificate, CertificateState } from './CertificateState'
import css from './Certificate.module.css'
import { DownloadCertificate } from './DownloadCertificate'

const PLACE = 'sertifikat'

/** The certificates that I have, the newest first; a notice of one leads to this part of the page. */
export function OwnCertificates() {
  const list = useAskPages('eagenda_list_own_sertifikat', {})
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const part = useRef<HTMLElement>(null)
  const isThere = list.data !== undefined
  useEffect(() => {
    if (isThere && location.hash === `#${PLACE}`) part.current?.scrollIntoView()
  }, [isThere])
  return (
    <section ref={part} id={PLACE} className={card.part} aria-labelledby="sertifikat-saya">
      <h2 id="sertifikat-saya">Sertifikat saya</h2>
      <Loaded query={{ ...list, data: list.data?.pages[0] }} rows={1}>
        {() =>
          items.length === 0 ? (
            <p>Belum ada. Sertifikat bimtek dan sosialisasi yang Anda ikuti muncul di sini setelah diterbitkan.</p>
          ) : (
            <>
              <ul className={css.own}>
                {items.map((it) => (
                  <Row key={it.agenda_id} certificate={it} />
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

function Row({ certificate }: { certificate: Certificate }) {
  const { title, number: written, held_on: day, hours } = certificate
  return (
    <li>
      <h3>{title}</h3>
      <p className={small.quiet}>
        {longDate(day)} · {number(hours)} JP
      </p>
      <p className={`${small.quiet} figures`}>{written}</p>
      <CertificateState certificate={certificate} />
      <div className={acts.below}>
        <DownloadCertificate certificate={certificate} />
      </div>
    </li>
  )
}
