import { type FormEvent, useState } from 'react'
import { useMay } from '../api/session'
import { useCommand } from '../app/queries'
import { toast, toastWhenDone } from '../app/toast'
import { Refusal } from '../agenda/Refusal'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { longDate, time } from '../words/format'
import css from './Tables.module.css'
import { during, type Proposal, shown, type Table } from './words'

/** A proposal beside what holds today, and what the reader may do about it. */
export function ProposalCard({ table, proposal }: { table: Table; proposal: Proposal }) {
  const mayApprove = useMay('tables.approve')
  const approve = useCommand('tables_approve_proposal')
  const decides = mayApprove && !proposal.is_own
  return (
    <li className={card.card}>
      <ProposalFacts table={table} proposal={proposal} />
      {approve.error && <Refusal error={approve.error} />}
      <div className={acts.acts}>
        {decides && (
          <Button
            look="primary"
            busy={approve.isPending}
            onClick={() =>
              approve.mutate(
                { proposal_id: proposal.id, table_version: table.version },
                { onSuccess: () => toast(`Disetujui. ${during(proposal.valid_from, proposal.valid_to)}.`) },
              )
            }
          >
            Setujui
          </Button>
        )}
        {decides && <Reject proposal={proposal} />}
        {proposal.is_own && <Withdraw proposal={proposal} label="Tarik usulan" />}
      </div>
    </li>
  )
}

/** What a proposal would change, from when on, by what right, and who proposed it. */
export function ProposalFacts({ table, proposal }: { table: Table; proposal: Proposal }) {
  return (
    <>
      <h3>
        {!proposal.before && 'Baris baru. '}
        {during(proposal.valid_from, proposal.valid_to)}
      </h3>
      <dl className={css.facts}>
        {table.fields.map((field) => {
          const before = proposal.before?.[field.name]
          const after = proposal.values[field.name]
          return (
            <div key={field.name}>
              <dt>{field.title}</dt>
              <dd className="figures">
                {before === after || !proposal.before ? (
                  shown(field, after)
                ) : (
                  <>
                    <del>{shown(field, before)}</del> → <ins>{shown(field, after)}</ins>
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <p>Dasar: {proposal.basis}</p>
      <p>
        Diusulkan {proposal.proposed_by}, {longDate(proposal.proposed_at)} {time(proposal.proposed_at)}.
        {proposal.is_own && ' Administrator lain yang memutusnya.'}
      </p>
    </>
  )
}

function Reject({ proposal }: { proposal: Proposal }) {
  return <Decide operation="tables_reject_proposal" proposal={proposal} label="Tolak usulan" done="Usulan ditolak." />
}

/** Takes back what hasn't begun to hold. */
export function Withdraw({ proposal, label }: { proposal: Proposal; label: string }) {
  const mayPropose = useMay('tables.propose')
  if (!mayPropose) return null
  return <Decide operation="tables_withdraw_proposal" proposal={proposal} label={label} done="Ditarik. Tidak akan berlaku." />
}

interface DecideProps {
  operation: 'tables_reject_proposal' | 'tables_withdraw_proposal'
  proposal: Proposal
  label: string
  done: string
}

/** A decision that says why. */
function Decide(decision: DecideProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {decision.label}
      </Button>
      {asking && <DecideDialog {...decision} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Asks for the reason and decides. */
export function DecideDialog({ operation, proposal, label, done, onClose }: DecideProps & { onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const decide = useCommand(operation)

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!reason.trim())
    if (!reason.trim()) return
    toastWhenDone(decide.mutateAsync({ proposal_id: proposal.id, reason: reason.trim() }), () => done, onClose)
  }

  return (
    <Dialog title={`${label}?`} onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {decide.error && <Refusal error={decide.error} />}
        <TextArea
          label="Alasan"
          hint="Tercatat di riwayat tabel."
          required
          value={reason}
          onChange={setReason}
          error={missing && !reason.trim() ? 'Isi alasannya.' : undefined}
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={decide.isPending}>
            {label}
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
