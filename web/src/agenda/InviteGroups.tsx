import { useIsMutating, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../api/client'
import type { Answer } from '../api/operations'
import { asProblem } from '../api/problem'
import { useAsk } from '../app/queries'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { SelectField } from '../ui/Field'
import { number } from '../words/format'
import type { Invitee } from './draft'
import css from './InviteBox.module.css'
import { NipPaste } from './NipPaste'

type Group = 'employees' | 'head' | 'opd-heads' | 'camat'

interface InviteGroupsProps {
  /** The day of the meeting, whose holders of posts are meant; null while it is not known. */
  day: string | null
  onInvite: (people: Invitee[]) => void
  isChosen: (person: Invitee) => boolean
}

const FINDING = ['find-invitees']

/** Whether a group is still being found; who sends the form before leaves it out. */
export const useFindingInvitees = () => useIsMutating({ mutationKey: FINDING }) > 0

/** Many in one press: all heads of OPD, all camat, one office or its head, a list of NIPs. */
export function InviteGroups({ day, onInvite, isChosen }: InviteGroupsProps) {
  const [open, setOpen] = useState<'office' | 'nips' | null>(null)
  const [said, setSaid] = useState('')
  const find = useMutation({
    mutationKey: FINDING,
    mutationFn: ({ group, organisationId = '' }: { group: Group; organisationId?: string }) =>
      ask('eagenda_find_invitees', { group, organisation_id: organisationId, ...(day && { day }) }),
    onSuccess: (found) => {
      const people = asInvitees(found)
      const fresh = people.filter((person) => !isChosen(person))
      onInvite(fresh)
      setSaid(summary(fresh.length, people.length, found.vacant))
    },
    onMutate: () => setSaid(''),
  })
  const problem = find.error && asProblem(find.error)

  const press = (group: Group, label: string) => (
    <Button icon="plus" busy={find.isPending && find.variables.group === group} onClick={() => find.mutate({ group })}>
      {label}
    </Button>
  )
  const toggle = (part: 'office' | 'nips', label: string) => (
    <Button aria-expanded={open === part} onClick={() => setOpen(open === part ? null : part)}>
      {label}
    </Button>
  )
  return (
    <div className={css.groups}>
      <div className={acts.acts} role="group" aria-label="Undang sekaligus">
        {press('opd-heads', 'Semua kepala OPD')}
        {press('camat', 'Semua camat')}
        {toggle('office', 'Satu OPD')}
        {toggle('nips', 'Tempel daftar NIP')}
      </div>
      {open === 'office' && (
        <OfficePicker
          busy={find.isPending}
          onFind={(group, organisationId) => find.mutate({ group, organisationId })}
        />
      )}
      {open === 'nips' && <NipPaste {...{ day, onInvite, isChosen }} />}
      <div role="status" className={css.count}>
        {said}
        {problem && (
          <span className={css.failed}> {problem.fieldErrors[0]?.detail ?? `${problem.message} ${problem.detail}`}</span>
        )}
      </div>
    </div>
  )
}

interface OfficePickerProps {
  busy: boolean
  onFind: (group: Group, organisationId: string) => void
}

function OfficePicker({ busy, onFind }: OfficePickerProps) {
  const opd = useAsk('directory_list_organisations', { kind: 'opd' })
  const kecamatan = useAsk('directory_list_organisations', { kind: 'kecamatan' })
  const [chosen, setChosen] = useState('')
  const [missing, setMissing] = useState(false)
  const offered = [...(opd.data?.items ?? []), ...(kecamatan.data?.items ?? [])]

  function find(group: Group) {
    setMissing(!chosen)
    if (chosen) onFind(group, chosen)
  }
  return (
    <div className={css.panel}>
      <SelectField
        label="OPD atau kecamatan"
        value={chosen}
        onChange={setChosen}
        options={[['', 'Pilih…'], ...offered.map(({ id, name }): [string, string] => [id, name])]}
        error={missing && !chosen ? 'Pilih OPD atau kecamatan.' : undefined}
      />
      <div className={acts.acts}>
        <Button icon="plus" busy={busy} onClick={() => find('head')}>
          Kepalanya saja
        </Button>
        <Button icon="plus" busy={busy} onClick={() => find('employees')}>
          Semua pegawainya
        </Button>
      </div>
    </div>
  )
}

/** Who was found, and the posts that nobody holds: whoever comes to hold them is invited then. */
function asInvitees({ items, vacant }: Answer<'eagenda_find_invitees'>): Invitee[] {
  const posts = vacant.filter(({ position_id: id }) => id)
  return [
    ...items,
    ...posts.map(({ position_id, title, organisation_name }) => ({
      person_id: '',
      name: `${title} (kosong)`,
      position_title: title,
      organisation_name,
      position_id,
    })),
  ]
}

function summary(fresh: number, found: number, vacant: Answer<'eagenda_find_invitees'>['vacant']): string {
  const without = vacant.filter(({ position_id: id }) => !id).map(({ organisation_name: name }) => name)
  return [
    fresh > 0 ? `${number(fresh)} ditambahkan.` : found > 0 ? 'Semuanya sudah dipilih.' : 'Tidak ada orang di sana.',
    fresh > 0 && fresh < found && `${number(found - fresh)} sudah dipilih.`,
    without.length > 0 && `Tanpa pimpinan di direktori: ${without.slice(0, 5).join(', ')}${without.length > 5 ? `, dan ${number(without.length - 5)} lain` : ''}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
