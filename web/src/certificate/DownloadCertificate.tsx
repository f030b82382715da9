import { useMutation } from '@tanstack/react-query'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import { save } from '../app/save'
import { Button, ButtonLink } from '../ui/Button'
import type { Certificate } from './CertificateState'

interface DownloadProps {
  certificate: Certificate
  /** By those who run the agenda, whose list has many: the button says whose it is. */
  ofOther?: boolean
}

/** The paper to print, and the page by which anybody checks it; one that was withdrawn has only the latter. */
export function DownloadCertificate({ certificate, ofOther = false }: DownloadProps) {
  const { agenda_id: agendaId, person_id: personId, number, withdrawn_at: withdrawn } = certificate
  const download = useMutation({
    mutationFn: () =>
      fetchPaper('eagenda_print_sertifikat', { agenda_id: agendaId, ...(ofOther && { person_id: personId }) }),
    onSuccess: (file) => save(file, `sertifikat-${number.replaceAll('/', '-')}.pdf`),
  })
  return (
    <>
      {!withdrawn && (
        <Button
          icon="download"
          busy={download.isPending}
          aria-label={`Unduh sertifikat ${ofOther ? certificate.name : certificate.title}`}
          onClick={() => download.mutate()}
        >
          Unduh sertifikat
        </Button>
      )}
      <ButtonLink href={`/v/${certificate.code}`} icon="link" newTab>
        Buka halaman pemeriksaan
      </ButtonLink>
      {download.error && <Refusal error={download.error} />}
    </>
  )
}
