import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { save } from '../app/save'
import { toastWhenDone } from '../app/toast'
import { SIFAT, URGENSI } from '../letter/words'
import { ReasonDialog } from '../notulen/ReasonDialog'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import small from '../ui/small.module.css'
import { Loading } from '../ui/states'
import { useNarrow } from '../ui/use-narrow'
import { longDate, time } from '../words/format'
import { ChainRail, Thread } from './ChainRail'
import { DecideMany } from './DecideMany'
import css from './Naskah.module.css'
import { Preview } from './Preview'
import { AddCheckerDialog, ReturnDialog, useApprove } from './Turn'
import { type Naskah, STATES } from './words'

// The editor is half of the page, and who reads on a phone needs none.
const DraftForm = lazy(() => import('./DraftForm'))

/** One naskah: drafted beside its paper, then read by those whose turn it is. */
export default function NaskahPage({ naskahId }: { naskahId: string }) {
  const shown = useAsk('eoffice_show_naskah', { naskah_id: naskahId })
  const naskah = shown.data?.naskah
  return (
    <Page title={naskah?.form.title ?? 'Naskah'} above={<BackLink href="/surat/keluar">Surat keluar</BackLink>}>
      <Loaded query={shown} rows={4}>
        {(data) => {
          const drafts = data.naskah.is_mine && data.naskah.state === 'drafted'
          // A draft goes on from what was typed; any other naskah is shown as it is now.
          return drafts ? (
            <Suspense fallback={<Loading rows={4} />}>
              <DraftForm naskah={data.naskah} version={data.version} />
            </Suspense>
          ) : (
            <Reading key={data.version} naskah={data.naskah} version={data.version} />
          )
        }}
      </Loaded>
    </Page>
  )
}

function Reading({ naskah, version }: { naskah: Naskah; version: number }) {
  const [mending, setMending] = useState(false)
  if (mending) {
    return (
      <Suspense fallback={<Loading rows={4} />}>
        <DraftForm naskah={naskah} version={version} onDone={() => setMending(false)} />
      </Suspense>
    )
  }
  return (
    <div className={css.panes}>
      <div className={css.pane}>
        <section className={card.card} aria-labelledby="hal">
          <h2 id="hal">{naskah.says.hal || 'Tanpa hal'}</h2>
          {naskah.number && (
            <p>
              Nomor <strong className="figures">{naskah.number}</strong>
            </p>
          )}
          {naskah.state === 'signing-failed' && (
            <Notice tone="warning" title="Tanda tangan belum selesai.">
              <p>Nomornya tetap. Tanda tangani sekali lagi, atau batalkan naskahnya.</p>
            </Notice>
          )}
          <p className={small.quiet}>
            {STATES[naskah.state]} · {SIFAT[naskah.says.sifat]} · {URGENSI[naskah.says.urgensi]} · konsep {naskah.drafter_name}, {longDate(naskah.begun_at)}
            {naskah.changed_at && ` · diubah ${longDate(naskah.changed_at)} pukul ${time(naskah.changed_at)} oleh ${naskah.changed_by_name}`}
          </p>
          {naskah.cancel_reason && (
            <Notice tone="warning" title="Naskah ini dibatalkan.">
              <p>{naskah.cancel_reason}</p>
            </Notice>
          )}
          {naskah.answers_id && (
            <p>
              <Link href={`/surat/masuk/${naskah.answers_id}`}>Surat yang dijawab</Link>
            </p>
          )}
          <Acts naskah={naskah} version={version} onMend={() => setMending(true)} />
        </section>
        <ChainRail naskah={naskah} />
        <Thread naskah={naskah} />
      </div>
      <div className={`${css.pane} ${css.side}`} role="region" aria-label="Kertas naskah" tabIndex={0}>
        <Preview naskahId={naskah.id} says={naskah.says} />
      </div>
    </div>
  )
}

type Asking = 'sign' | 'return' | 'checker' | 'cancel' | null

function Acts({ naskah, version, onMend }: { naskah: Naskah; version: number; onMend: () => void }) {
  const [asking, setAsking] = useState<Asking>(null)
  const narrow = useNarrow()
  const approve = useApprove(naskah, version)
  const takeBack = useCommand('eoffice_take_back_naskah')
  const cancel = useCommand('eoffice_cancel_naskah')
  const print = useMutation({
    mutationFn: () => fetchPaper('eoffice_print_naskah', { naskah_id: naskah.id }),
    onSuccess: (file) => save(file, `${naskah.number.replaceAll('/', '-') || `konsep-${naskah.kind}`}.pdf`),
  })
  const isOpen = naskah.state === 'submitted' || naskah.state === 'checked'
  const refused = approve.error ?? takeBack.error ?? print.error
  const close = () => setAsking(null)
  return (
    <>
      <div className={acts.acts}>
        {naskah.my_turn === 'check' && (
          <>
            <Button look="primary" icon="check" large={narrow} busy={approve.isPending} onClick={approve.run}>
              Paraf
            </Button>
            <Button onClick={onMend} icon="edit">
              Perbaiki sendiri
            </Button>
          </>
        )}
        {naskah.my_turn === 'sign' && (
          <Button look="primary" icon="edit" large={narrow} onClick={() => setAsking('sign')}>
            Tanda tangani…
          </Button>
        )}
        {naskah.my_turn && (
          <>
            <Button onClick={() => setAsking('return')}>Kembalikan…</Button>
            <Button onClick={() => setAsking('checker')}>Tambah pemeriksa…</Button>
          </>
        )}
        <Button icon="download" busy={print.isPending} onClick={() => print.mutate()}>
          {naskah.state === 'signed' ? 'Unduh PDF' : 'Unduh konsep'}
        </Button>
        {naskah.is_mine && isOpen && (
          <Button busy={takeBack.isPending} onClick={() => toastWhenDone(takeBack.mutateAsync({ naskah_id: naskah.id }), () => 'Naskah ditarik. Lanjutkan konsepnya.')}>
            Tarik kembali
          </Button>
        )}
        {naskah.is_mine && naskah.state !== 'cancelled' && naskah.state !== 'signed' && (
          <Button look="danger" onClick={() => setAsking('cancel')}>
            Batalkan…
          </Button>
        )}
      </div>
      {refused && <Refusal error={refused} />}
      {asking === 'sign' && <DecideMany deed="sign" naskah={[{ id: naskah.id, seen: { version, edition: naskah.edition }, title: naskah.says.hal, about: naskah.form.title }]} onClose={close} />}
      {asking === 'return' && <ReturnDialog naskah={naskah} version={version} onClose={close} />}
      {asking === 'checker' && <AddCheckerDialog naskah={naskah} version={version} onClose={close} />}
      {asking === 'cancel' && (
        <ReasonDialog
          title="Batalkan naskah?"
          about="Yang sedang memeriksa tidak diminta lagi. Naskahnya tetap tersimpan sebagai batal."
          label="Alasan"
          act="Batalkan naskah"
          least={3}
          most={200}
          danger
          command={cancel}
          onSend={(reason) => cancel.mutateAsync({ naskah_id: naskah.id, reason })}
          said="Naskah dibatalkan."
          onClose={close}
        />
      )}
    </>
  )
}
