import { useAsk } from '../app/queries'
import { SelectField } from '../ui/Field'
import type { Organisation } from './words'

interface ParentFieldProps {
  organisation: Organisation
  value: string
  onChange: (parentId: string) => void
  error: string | undefined
}

/** Where an organisation stands: below one of the top, below one of its neighbours, or below nothing. */
export function ParentField({ organisation, value, onChange, error }: ParentFieldProps) {
  const opd = useAsk('directory_list_organisations', { kind: 'opd' })
  const kecamatan = useAsk('directory_list_organisations', { kind: 'kecamatan' })
  const near = organisation.above[0]
  const neighbours = useAsk('directory_list_organisations', { parent_id: near?.id ?? organisation.id })
  const offered = new Map<string, string>(organisation.above.map(({ id, name }) => [id, name]))
  for (const list of [near ? neighbours : null, opd, kecamatan]) {
    for (const { id, name } of list?.data?.items ?? []) if (id !== organisation.id) offered.set(id, name)
  }
  return (
    <SelectField
      label="Bagian dari"
      value={value}
      onChange={onChange}
      options={[['', 'Tidak ada (tingkat teratas)'], ...offered]}
      error={error}
    />
  )
}
