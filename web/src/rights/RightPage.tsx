import type { Answer } from '../api/operations'
import { useMay } from '../api/session'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { ButtonLink } from '../ui/Button'
import card from '../ui/card.module.css'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import type { PermissionId } from './difference'
import { Positions } from './Positions'

/** *Mengapa saya tidak bisa?* for one right: which roles bring it, who has it near me, who can give it. */
export default function RightPage({ permission }: { permission: string }) {
  const right = useAsk('directory_explain_right', { permission: permission as PermissionId })
  return (
    <Page title={right.data?.title ?? 'Hak'} above={<BackLink href="/hak">Hak saya</BackLink>} narrow>
      <Loaded query={right} rows={3}>
        {(data) => <Explained right={data} permission={permission} />}
      </Loaded>
    </Page>
  )
}

function Explained({ right, permission }: { right: Answer<'directory_explain_right'>; permission: string }) {
  const readsDirectory = useMay('directory.read')
  const { has, position_title: position, own_roles: own, roles, colleagues, givers } = right
  const as = position ? `sebagai ${position}` : 'karena tidak memegang jabatan'
  return (
    <>
      <p>{right.allows}</p>
      {has ? (
        <Notice tone="success" title={`Anda memiliki hak ini ${as}.`}>
          <p>Bila sebuah halaman masih menolak, muat ulang dua menit setelah peran Anda diubah.</p>
        </Notice>
      ) : (
        <Notice tone="info" title={`Anda belum memiliki hak ini ${as}.`}>
          <p>{own.length ? `Peran jabatan Anda: ${own.join(', ')}.` : 'Jabatan Anda belum memiliki peran.'}</p>
          <p>{roles.length ? `Hak ini diberikan oleh peran: ${roles.join(', ')}.` : 'Belum ada peran yang memberikannya.'}</p>
        </Notice>
      )}
      {colleagues.length > 0 && (
        <section className={card.section} aria-labelledby="rekan">
          <h2 id="rekan">Di OPD Anda, yang dapat melakukannya</h2>
          <Positions positions={colleagues} />
        </section>
      )}
      {!has && givers.length > 0 && (
        <section className={card.section} aria-labelledby="pengatur">
          <h2 id="pengatur">Yang dapat memberikan hak ini</h2>
          <Positions positions={givers} />
        </section>
      )}
      {readsDirectory && (
        <div>
          <ButtonLink href={`/administrasi/siapa-boleh?hak=${permission}`}>Lihat semua yang boleh</ButtonLink>
        </div>
      )}
    </>
  )
}
