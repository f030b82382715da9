import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { askInBody } from '../api/client'
import { useMay } from '../api/session'
import { Loaded } from '../app/Loaded'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Page } from '../ui/Page'
import { Empty } from '../ui/states'
import css from '../tables/Tables.module.css'
import acts from '../ui/acts.module.css'
import card from '../ui/card.module.css'
import { longDate, time } from '../words/format'
import { CodeDialog } from './CodeDialog'
import { ResetSecondStepDialog } from './ResetSecondStepDialog'
import { RestoreDialog } from './RestoreDialog'
import { SecondStepDemands } from './SecondStepDemands'
import { SuspendDialog } from './SuspendDialog'
import { type Account, STATE } from './words'

const LEAST_LETTERS = 2
const PAUSE = 200

type Act = 'code' | 'suspend' | 'restore' | 'second-step'

/** *Akun*: who can sign in, and the ways to help who cannot. */
export default function AccountsPage() {
  const managesAll = useMay('directory.manage')
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useState(search.get('cari') ?? '')
  const [words] = useDebouncedValue(text.trim(), PAUSE)
  const sought = words.length >= LEAST_LETTERS ? words : ''
  const [acting, setActing] = useState<{ act: Act; account: Account } | null>(null)
  const accounts = useQuery({
    queryKey: ['portal_list_accounts', sought],
    queryFn: ({ signal }) => askInBody('portal_list_accounts', { text: sought }, signal),
    placeholderData: keepPreviousData,
  })

  const close = () => setActing(null)
  return (
    <Page title="Akun" above={<BackLink href="/administrasi">Administrasi</BackLink>} narrow>
      <TextField
        label="Cari orang, OPD, atau jabatan"
        hint="NIP ditulis lengkap."
        type="search"
        autoComplete="off"
        value={text}
        onChange={(typed) => {
          setText(typed)
          setSearch(typed.trim() ? { cari: typed } : {}, { replace: true })
        }}
      />
      <Loaded query={accounts} rows={4}>
        {({ items, more }) => (
          <>
            <p role="status" className="visually-hidden">
              {items.length} akun
            </p>
            {items.length === 0 && <Nobody sought={sought} />}
            <ul className={card.cards} aria-label={sought ? 'Hasil pencarian' : 'Ditangguhkan atau belum memakai kodenya'}>
              {items.map((account) => (
                <Row key={account.person_id} account={account} onAct={(act) => setActing({ act, account })} />
              ))}
            </ul>
            {more && <p>Masih ada yang lain. Tambahkan kata pencarian.</p>}
          </>
        )}
      </Loaded>
      {managesAll && !sought && <SecondStepDemands />}
      {acting?.act === 'code' && <CodeDialog account={acting.account} onClose={close} />}
      {acting?.act === 'suspend' && <SuspendDialog account={acting.account} onClose={close} />}
      {acting?.act === 'second-step' && <ResetSecondStepDialog account={acting.account} onClose={close} />}
      {acting?.act === 'restore' && <RestoreDialog account={acting.account} onClose={close} />}
    </Page>
  )
}

function Nobody({ sought }: { sought: string }) {
  if (sought) {
    return (
      <Empty icon="search" title={`Tidak ditemukan “${sought}” di OPD yang Anda kelola.`}>
        <p>Coba nama atau NIP lengkap.</p>
      </Empty>
    )
  }
  return (
    <Empty title="Tidak ada akun yang menunggu.">
      <p>Cari orangnya untuk membuka akun atau mengatur ulang kata sandi.</p>
    </Empty>
  )
}

function Row({ account, onAct }: { account: Account; onAct: (act: Act) => void }) {
  const { name, position_title: post, organisation_name: office, state, suspension } = account
  return (
    <li className={card.card}>
      <h2>{name}</h2>
      <p>{post ? `${post}, ${office}` : 'Belum punya jabatan'}</p>
      <p className={`${card.plain} ${css.waiting}`}>
        {STATE[state]}
        {account.second_step && ', dengan kode dua langkah'}
      </p>
      {suspension && (
        <p>
          Oleh {suspension.by}, {longDate(suspension.at)}. Alasan: {suspension.reason}
        </p>
      )}
      {account.code_until && (
        <p>
          Kode berlaku sampai {longDate(account.code_until)} pukul {time(account.code_until)}.
        </p>
      )}
      {account.locked_until && <p>Terkunci sampai pukul {time(account.locked_until)} karena kata sandi salah.</p>}
      {account.last_sign_in_at && (
        <p>
          Terakhir masuk {longDate(account.last_sign_in_at)} pukul {time(account.last_sign_in_at)}.
        </p>
      )}
      <div className={acts.acts}>
        {state === 'suspended' ? (
          <Button onClick={() => onAct('restore')} aria-label={`Pulihkan akun ${name}`}>
            Pulihkan
          </Button>
        ) : (
          <>
            <Button onClick={() => onAct('code')} aria-label={`${CODE[state]}: ${name}`}>
              {CODE[state]}
            </Button>
            {account.second_step && (
              <Button onClick={() => onAct('second-step')} aria-label={`Matikan kode dua langkah ${name}`}>
                Matikan kode dua langkah
              </Button>
            )}
            <Button look="danger" onClick={() => onAct('suspend')} aria-label={`Tangguhkan akun ${name}`}>
              Tangguhkan
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

const CODE = { absent: 'Undang', invited: 'Buat kode baru', active: 'Atur ulang kata sandi' } as const
