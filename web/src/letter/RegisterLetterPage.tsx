import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import { serverNow } from '../api/server-clock'
import type { Person } from '../api/session'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast, toastWhenDone } from '../app/toast'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Page } from '../ui/Page'
import { isoDate } from '../words/format'
import acts from '../ui/acts.module.css'
import small from '../ui/small.module.css'
import css from './Letter.module.css'
import { LetterFields } from './LetterFields'
import { Pages } from './Pages'
import { ScanTray } from './ScanTray'
import { type FieldName, proposedFields, saidBy, type Scan, type Typed, typedFrom } from './words'

const LAST_ADDRESSEE = 'surat-diteruskan-kepada'

/** The desk: scans wait on the left with the form of one of them, and what it looks like stands on the right. */
export default function RegisterLetterPage({ person }: { person: Person }) {
  const scans = useAsk('eoffice_list_letter_scans', {})
  const [search, setSearch] = useSearchParams()
  const [failing, setFailing] = useState(false)
  const choose = (id: string) => setSearch(id ? { pindaian: id } : {}, { replace: true })
  return (
    <Page title="Daftarkan surat masuk" above={<BackLink href="/surat/masuk">Surat masuk</BackLink>} failing={failing}>
      <Loaded query={scans} rows={2}>
        {({ items, largest }) => {
          const chosen = items.find(({ id }) => id === search.get('pindaian')) ?? items[0]
          const next = items.find((it) => it !== chosen && items.indexOf(it) > (chosen ? items.indexOf(chosen) : -1)) ?? items.find((it) => it !== chosen)
          return (
            <div className={css.panes}>
              <div className={css.pane}>
                <ScanTray scans={items} chosen={chosen?.id ?? ''} largest={largest} onChoose={choose} />
                {chosen && (
                  <LetterForm
                    key={chosen.id}
                    scan={chosen}
                    personId={person.id}
                    hasNext={next !== undefined}
                    onNext={() => choose(next?.id ?? '')}
                    onFailing={setFailing}
                  />
                )}
              </div>
              {chosen && (
                <div className={`${css.pane} ${css.side}`}>
                  <Pages
                    key={chosen.id}
                    of={chosen.name}
                    id={`pindaian-${chosen.id}`}
                    pages={chosen.pages}
                    fetchPage={(page) => fetchPaper('eoffice_show_letter_scan_page', { scan_id: chosen.id, page })}
                  />
                </div>
              )}
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}

interface LetterFormProps {
  scan: Scan
  personId: string
  hasNext: boolean
  onNext: () => void
  onFailing: (failing: boolean) => void
}

function LetterForm({ scan, personId, hasNext, onNext, onFailing }: LetterFormProps) {
  const today = isoDate(serverNow())
  const first = typedFrom(scan, today, localStorage.getItem(LAST_ADDRESSEE) ?? '')
  const { typed, change, clear, touched } = useTyped(`${personId}:${scan.id}`, first)
  const addressees = useAsk('eoffice_list_addressees', {})
  const [faults, setFaults] = useState<Partial<Record<FieldName, string>>>({})
  const [reason, setReason] = useState('')
  const register = useCommand('eoffice_register_surat_masuk')
  const cancel = useCommand('eoffice_cancel_surat_masuk')
  const [, navigate] = useLocation()
  const form = useRef<HTMLFormElement>(null)

  // The head of the office, unless letters went to somebody else last; one who is no more is not offered.
  const known = addressees.data?.items ?? []
  const addressee = known.some((it) => it.position_id === typed.addressee_id) ? typed.addressee_id : (known[0]?.position_id ?? '')
  const complete = { ...typed, addressee_id: addressee }
  const isSame = register.error?.slug === 'letter-registered'

  function save(then: 'open' | 'next') {
    const said = saidBy(complete, today)
    const wrong = 'faults' in said ? said.faults : {}
    setFaults(wrong)
    onFailing('faults' in said)
    if ('faults' in said) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    if (register.isPending) return
    localStorage.setItem(LAST_ADDRESSEE, addressee)
    const body = { scan_id: scan.id, says: said.says, addressee_id: addressee, duplicate_reason: reason }
    register
      .mutateAsync(body)
      .then(({ letter_id: id, nomor_agenda: nomorAgenda }) => {
        clear()
        toast(`Surat terdaftar, nomor agenda ${nomorAgenda}.`, () =>
          toastWhenDone(
            cancel.mutateAsync({ letter_id: id, reason: 'Diurungkan setelah didaftarkan' }),
            () => `Pendaftaran ${nomorAgenda} dibatalkan. Pindaiannya menunggu di meja.`,
          ),
        )
        if (then === 'open' || !hasNext) navigate(`/surat/masuk/${id}`)
        else onNext()
      })
      .catch(() => onFailing(true))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    save(event.shiftKey ? 'next' : 'open')
  }

  const refused = register.error
  const fault = (name: FieldName) =>
    faults[name] ??
    refused?.fieldErrors.find((it) => it.pointer === `/says/${name}` || it.pointer === `/${name}`)?.detail
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={`Surat dari pindaian ${scan.name}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        save('open')
      }}
      onKeyDown={onKeyDown}
      noValidate
    >
      <LetterFields
        typed={complete}
        proposed={new Set([...proposedFields(scan)].filter((name) => !touched.has(name)))}
        fault={fault}
        onChange={change}
      />
      {refused && refused.fieldErrors.length === 0 && <Refusal error={refused} />}
      {isSame && (
        <TextField
          label="Alasan didaftarkan lagi"
          hint="Misalnya: datang lagi lewat pos dengan lampiran lengkap"
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
      )}
      <div className={acts.acts}>
        <Button type="submit" look="primary" icon="send" busy={register.isPending}>
          Simpan dan teruskan
        </Button>
        {hasNext && (
          <Button busy={register.isPending} onClick={() => save('next')}>
            Simpan, daftarkan berikutnya
          </Button>
        )}
      </div>
      <p className={small.quiet}>
        Ctrl+Enter menyimpan{hasNext && '; Ctrl+Shift+Enter menyimpan dan membuka pindaian berikutnya'}. Nomor agenda
        ditetapkan saat disimpan.
      </p>
    </form>
  )
}

const PAUSE = 1_000

/** What is typed, kept on this device under its owner until it is saved; what is secret is kept nowhere. */
function useTyped(about: string, first: Typed) {
  const key = `draf-surat:${about}`
  const [typed, setTyped] = useState<Typed>(() => ({ ...first, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Typed>) }))
  const [touched, setTouched] = useState<ReadonlySet<FieldName>>(new Set())

  useEffect(() => {
    if (touched.size === 0) return
    const timer = setTimeout(() => {
      if (typed.sifat === 'rahasia' || typed.sifat === 'sangat_rahasia') localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(typed))
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [key, typed, touched])

  return {
    typed,
    touched,
    change: (part: Partial<Typed>) => {
      setTyped((was) => ({ ...was, ...part }))
      setTouched((was) => new Set([...was, ...(Object.keys(part) as FieldName[])]))
    },
    clear: () => localStorage.removeItem(key),
  }
}
