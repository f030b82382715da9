import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAsk, useAskPages } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Page } from '../ui/Page'
import plainField from '../ui/plain-field.module.css'
import { Empty } from '../ui/states'
import { deedOf, deedsWith } from './deeds'
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
          const found = deedOf(items, search.get('perbuatan'))
          const chosen = found?.permission ?? items.find(({ id }) => id === search.get('hak')) ?? items[0]
          return (
            chosen && (
              <>
                <DeedSearch
                  key={found?.deed.operation}
                  permissions={items}
                  chosen={found?.deed.title ?? ''}
                  onChoose={(operation) => setSearch({ perbuatan: operation }, { replace: true })}
                />
                <Choice permissions={items} chosen={chosen.id} onChoose={(id) => setSearch({ hak: id }, { replace: true })} />
                {found ? (
                  <p>
                    <strong>{found.deed.title}</strong> memerlukan hak {chosen.title}. Aturan lain tetap berlaku, misalnya
                    hanya di OPD-nya sendiri atau tidak untuk usulan sendiri.
                  </p>
                ) : (
                  <p>{chosen.allows}</p>
                )}
                <Found key={chosen.id} permission={chosen.id} />
              </>
            )
          )
        }}
      </Loaded>
    </Page>
  )
}

interface DeedSearchProps {
  permissions: Permission[]
  chosen: string
  onChoose: (operation: string) => void
}

/** Found by what one wants to do, in words; or by the name of its operation, as a refusal or the journal tells it. */
function DeedSearch({ permissions, chosen, onChoose }: DeedSearchProps) {
  const [typed, setTyped] = useState(chosen)
  const matches = typed === chosen ? [] : deedsWith(permissions, typed)
  return (
    <form
      className={plainField.field}
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        if (matches[0]) onChoose(matches[0].operation)
      }}
    >
      <label htmlFor="perbuatan">Apa yang ingin dilakukan?</label>
      <input
        id="perbuatan"
        type="search"
        autoComplete="off"
        placeholder="Misalnya: setujui mutasi"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className="visually-hidden">
        {typed && typed !== chosen ? `${matches.length} cocok` : ''}
      </p>
      {matches.length > 0 && (
        <ul className={css.deeds} aria-label="Yang cocok">
          {matches.map(({ operation, title }) => (
            <li key={operation}>
              <Button look="text" onClick={() => onChoose(operation)}>
                {title}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {typed && typed !== chosen && matches.length === 0 && (
        <p className={css.none}>Tidak ada yang cocok. Coba kata kerja lain, atau pilih haknya di bawah.</p>
      )}
    </form>
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
    <div className={plainField.field}>
      <label htmlFor="hak">Atau menurut hak</label>
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
            <section className={card.section} aria-labelledby="jabatan">
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
