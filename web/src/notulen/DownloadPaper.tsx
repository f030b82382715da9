import { useMutation } from '@tanstack/react-query'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import type { Parameters } from '../api/operations'
import { save } from '../app/save'
import { Button } from '../ui/Button'

type Paper = 'eagenda_print_notulen' | 'eagenda_print_sertifikat'

interface DownloadPaperProps<Op extends Paper> {
  operation: Op
  parameters: Parameters<Op>
  name: string
  label: string
}

/** A paper that the server makes, saved on the device. */
export function DownloadPaper<Op extends Paper>({ operation, parameters, name, label }: DownloadPaperProps<Op>) {
  const download = useMutation({
    mutationFn: () => fetchPaper(operation, parameters),
    onSuccess: (paper) => save(paper, name),
  })
  return (
    <>
      <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
        {label}
      </Button>
      {download.error && <Refusal error={download.error} />}
    </>
  )
}
