import { useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAsk, useAskPages } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import { Empty } from '../ui/states'
import type { Permission, PermissionId } from './difference'
import { Positions } from './Positions'
import css from './Rights.module.css'

/** *Siapa yang boleh ini?* The permission stands in the address. */
export default function WhoMayPage() {
  const permissions = useAsk('directory_list_permissions', {})
  const [search, setSearch] = useSearchParams()
  return (
    <Page title="Siapa yang boleh ini?" narrow above={<BackLink href="/administrasi">Administrasi</BackLink>}>
      <Loaded query={permissions} rows={1}>
        {({ items }) => {
          const chosen = items.find(({ id }) => id === search.get('hak')) ?? items[0]
          return (
            chosen && (
              <>
                <Choice permissions={items} chosen={chosen.id} onChoose={(id) => setSearch({ hak: id }, { replace: true })} />
                <p>{chosen.allows}</p>
                <Found key={chosen.id} permission={chosen.id} />
              </>
            )
          )
        }}
      </Loaded>
    </Page>
  )
}

interface ChoiceProps {
  permissions: Permission[]
  chosen: PermissionId
  onChoose: (id: string) => void
}

function Choice({ permissions, chosen, onChoose }: ChoiceProps) {
  const options = (ofTheRegency: boolean) =>
    permissions
      .filter((it) => it.of_the_regency === ofTheRegency)
      .map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))
  return (
    <div className={css.field}>
      <label htmlFor="hak">Hak</label>
      <select id="hak" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <optgroup label="Di OPD-nya sendiri">{options(false)}</optgroup>
        <optgroup label="Tingkat kabupaten">{options(true)}</optgroup>
      </select>
    </div>
  )
}

type FirstPage = Answer<'directory_list_who_may'>

function Found({ permission }: { permission: PermissionId }) {
  const list = useAskPages('directory_list_who_may', { permission })
  const first = list.data?.pages[0]
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Loaded query={{ ...list, data: first }} rows={4}>
      {({ roles }: FirstPage) => (
        <>
          <p>{roles.length ? `Diberikan oleh peran: ${roles.join(', ')}.` : 'Belum ada peran yang memberikannya.'}</p>
          {items.length === 0 ? (
            <Empty icon="people" title="Belum ada jabatan yang memilikinya." />
          ) : (
            <section className={css.section} aria-labelledby="jabatan">
              <h2 id="jabatan">Jabatan dan pejabatnya</h2>
              <Positions positions={items} />
              <LoadMore list={list} shown={items.length} />
            </section>
          )}
        </>
      )}
    </Loaded>
  )
}
