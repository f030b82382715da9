import type { Answer } from '../api/operations'
import { Icon } from '../ui/Icon'
import small from '../ui/small.module.css'
import stateMark from '../ui/state-mark.module.css'
import { longDate, sentence, time } from '../words/format'
import css from './Certificate.module.css'

export type Certificate = Answer<'eagenda_list_own_sertifikat'>['items'][number]

/** Whether a certificate holds; if it doesn't, since when and why. */
export function CertificateState({ certificate }: { certificate: Certificate }) {
  const { withdrawn_at: at, reason } = certificate
  if (!at) {
    return (
      <p className={`${stateMark.state} ${css.state}`} data-state="valid">
        <Icon name="circleCheck" size={16} /> Berlaku
      </p>
    )
  }
  return (
    <>
      <p className={`${stateMark.state} ${css.state}`} data-state="withdrawn">
        <Icon name="circleX" size={16} /> Dicabut
      </p>
      <p className={small.quiet}>
        {longDate(at)} pukul {time(at)}. {sentence(`Alasan: ${reason}`)}
      </p>
    </>
  )
}
