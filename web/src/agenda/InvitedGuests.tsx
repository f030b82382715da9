import { type FormEvent, useState } from 'react'
import type { Answer } from '../api/operations'
import { asProblem } from '../api/problem'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import checkRow from '../ui/check-row.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import rowList from '../ui/row-list.module.css'
import { number, time } from '../words/format'
import type { Agenda } from './AgendaPage'
import { ANSWERS } from './answer'
import { GuestPaste } from './GuestPaste'
import { EMPTY_GUEST, guestMistakes, guestMistakesFrom, type GuestMistakes, guestWritten, mailWords, type NewGuest } from './guest-invite'
import css from './Invited.module.css'
import { PickedBar } from './PickedBar'
import { Refusal } from './Refusal'
import { usePicked } from './use-picked'

type Guest = Answer<'eagenda_list_invited_guests'>['items'][number]

/** An e-mail is on its way for a few seconds; an answer may come at any time. */
const A_WHILE = 5_000

interface InvitedGuestsProps {
  agenda: Agenda
  onJob: (jobId: string) => void
}

/** Guests from outside who are invited by e-mail: whether it arrived, whether they come, and whether they came. */
export function InvitedGuests({ agenda, onJob }: InvitedGuestsProps) {
  const list = useAskPages('eagenda_list_invited_guests', { agenda_id: agenda.id }, { refetchInterval: A_WHILE })
  const open = agenda.state === 'scheduled'
  return (
    <section aria-labelledby="tamu-luar" className={css.page}>
      <h2 id="tamu-luar">Tamu luar</h2>
      {agenda.visibility === 'secret' ? (
        <p className={css.about}>Agenda rahasia tidak dapat mengundang tamu luar.</p>
      ) : (
        <Loaded query={list}>
          {({ pages }) => {
            const [first] = pages
            const items = pages.flatMap((page) => page.items)
            return (
              <>
                {items.length > 0 && first && (
                  <p className={css.about}>
                    {number(first.invited_count)} tamu diundang lewat surel · {number(first.coming)} hadir ·{' '}
                    {number(first.not_coming)} tidak hadir ·{' '}
                    {number(first.invited_count - first.coming - first.not_coming)} belum menjawab
                  </p>
                )}
                {items.length === 0 && (
                  <p className={css.about}>
                    Belum ada. Tamu dari luar pemerintah kabupaten diundang lewat surel; mereka menjawab dan mencatat kehadiran
                    tanpa akun.
                  </p>
                )}
                {open && first && !first.sends_mail && (
                  <Notice tone="info" title="Surel belum tersambung.">
                    <p>Minta administrator menyambungkan server surel: Administrasi, Sambungan.</p>
                  </Notice>
                )}
                {open && first?.sends_mail && <InviteGuest agenda={agenda} onJob={onJob} />}
                {items.length > 0 && <Guests agenda={agenda} guests={items} open={open} />}
                {items.length > 0 && <LoadMore list={list} shown={items.length} />}
              </>
            )
          }}
        </Loaded>
      )}
    </section>
  )
}

function InviteGuest({ agenda, onJob }: InvitedGuestsProps) {
  const [draft, setDraft] = useState<NewGuest>(EMPTY_GUEST)
  const [mistakes, setMistakes] = useState<GuestMistakes>({})
  const [pasting, setPasting] = useState(false)
  const invite = useCommand('eagenda_invite_guests')

  function send(guests: NewGuest[], done: () => void) {
    invite.mutate(
      { agenda_id: agenda.id, guests },
      {
        onSuccess: ({ invited_count: invited, already_count: already, job_id: job }) => {
          done()
          if (job) onJob(job)
          toast(
            job
              ? `${number(guests.length)} tamu sedang diundang.`
              : `${number(invited)} tamu diundang.${already > 0 ? ` ${number(already)} sudah diundang sebelumnya.` : ''}`,
          )
        },
        onError: (error) => setMistakes(guestMistakesFrom(asProblem(error).fieldErrors)),
      },
    )
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const found = guestMistakes(draft)
    setMistakes(found)
    if (Object.keys(found).length === 0) send([guestWritten(draft)], () => setDraft(EMPTY_GUEST))
  }
  const field = (name: keyof NewGuest) => ({
    value: draft[name],
    error: mistakes[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  const problem = invite.error && (pasting || asProblem(invite.error).fieldErrors.length === 0) ? invite.error : null
  return (
    <details className={css.more}>
      <summary>Undang tamu luar</summary>
      {!agenda.admit_guests && (
        <p className={css.about}>Daftar tamu agenda ini ikut dibuka, agar kehadiran mereka dapat dicatat.</p>
      )}
      {problem && <Refusal error={problem} />}
      {pasting ? (
        <GuestPaste agendaId={agenda.id} busy={invite.isPending} onInvite={send} />
      ) : (
        <form onSubmit={submit} noValidate className={css.form}>
          <TextField label="Nama tamu" required maxLength={120} autoComplete="off" {...field('name')} />
          <TextField label="Instansi tamu" required maxLength={200} autoComplete="off" {...field('institution')} />
          <TextField
            label="Surel tamu"
            hint="Contoh: nama@instansi.id"
            type="email"
            required
            maxLength={254}
            autoComplete="off"
            {...field('email')}
          />
          <Button type="submit" look="primary" busy={invite.isPending}>
            Undang tamu
          </Button>
        </form>
      )}
      <div>
        <Button look="text" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {pasting ? 'Isi satu per satu' : 'Tempel daftar tamu'}
        </Button>
      </div>
    </details>
  )
}

function Guests({ agenda, guests, open }: { agenda: Agenda; guests: Guest[]; open: boolean }) {
  const { chosen, has, pick, clear } = usePicked(guests, ({ id }) => id)
  const [asking, setAsking] = useState(false)
  return (
    <>
      {chosen.length > 0 && (
        <PickedBar words={`Tarik ${number(chosen.length)} undangan tamu`} onWithdraw={() => setAsking(true)} onClear={clear} />
      )}
      <ul className={`${rowList.list} ${css.people}`} aria-label="Tamu luar">
        {guests.map((guest) => (
          <li key={guest.id}>
            <label className={`${checkRow.boxes} ${css.person}`}>
              {open && !guest.attended_at && (
                <input type="checkbox" checked={has(guest.id)} onChange={() => pick(guest.id)} />
              )}
              <span>
                <span className={css.name}>{guest.name}</span>
                <span className={css.about}>
                  {guest.institution}
                  {guest.email && ` · ${guest.email}`}
                </span>
                <span className={css.answer} data-kind={guest.attended_at ? 'coming' : guest.answer}>
                  {guest.attended_at ? `Hadir, tercatat pukul ${time(guest.attended_at)}` : ANSWERS[guest.answer]}
                  {!guest.attended_at && guest.answer_reason && `: ${guest.answer_reason}`}
                </span>
                <span className={css.mail} data-state={guest.mail}>
                  {mailWords(guest)}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {asking && (
        <WithdrawGuests
          agenda={agenda}
          guests={chosen}
          onClose={() => setAsking(false)}
          onDone={clear}
        />
      )}
    </>
  )
}

interface WithdrawGuestsProps {
  agenda: Agenda
  guests: Guest[]
  onClose: () => void
  onDone: () => void
}

function WithdrawGuests({ agenda, guests, onClose, onDone }: WithdrawGuestsProps) {
  const withdraw = useCommand('eagenda_withdraw_guests')
  const count = number(guests.length)

  function send() {
    withdraw.mutate(
      { agenda_id: agenda.id, guest_ids: guests.map(({ id }) => id) },
      {
        onSuccess: ({ withdrawn_count: gone, present_count: present }) => {
          onDone()
          onClose()
          toast(`${number(gone)} undangan tamu ditarik.${present > 0 ? ` ${number(present)} tamu sudah hadir.` : ''}`)
        },
      },
    )
  }
  return (
    <Dialog title={`Tarik ${count} undangan tamu?`} onClose={onClose}>
      <p>
        {guests
          .slice(0, 5)
          .map(({ name }) => name)
          .join('; ')}
        {guests.length > 5 && `; dan ${number(guests.length - 5)} tamu lain`}. Mereka diberi tahu lewat surel, dan tautannya
        tidak berlaku lagi.
      </p>
      {withdraw.error && <Refusal error={withdraw.error} />}
      <DialogActions>
        <Button look="danger" busy={withdraw.isPending} onClick={send}>
          Tarik {count} undangan tamu
        </Button>
        <Button data-focus-first onClick={onClose}>
          Kembali
        </Button>
      </DialogActions>
    </Dialog>
  )
}
