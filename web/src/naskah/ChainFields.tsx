import { Button, IconButton } from '../ui/Button'
import checkRow from '../ui/check-row.module.css'
import { SelectField } from '../ui/Field'
import small from '../ui/small.module.css'
import css from './Naskah.module.css'
import { PostField } from './PostField'
import { beside, closedUp, moved, type Naskah, type Post, type Says } from './words'

interface ChainFieldsProps {
  naskah: Naskah
  says: Says
  posts: Post[]
  onChange: (part: Partial<Says>) => void
  fault: (pointer: string) => string | undefined
}

/** Who checks, in which order, and who signs. */
export function ChainFields({ naskah, says, posts, onChange, fault }: ChainFieldsProps) {
  const { checkers } = says
  const titles = new Map([...naskah.posts, ...posts].map(({ position_id: id, title, holder }) => [id, `${title}${holder ? ` (${holder})` : ' (lowong)'}`]))
  const named = (id: string) => titles.get(id) ?? 'Jabatan dari OPD lain'
  const set = (next: typeof checkers) => onChange({ checkers: closedUp(next) })
  const add = (id: string) => {
    if (id && id !== says.signer_id && !checkers.some((it) => it.position_id === id)) {
      set([...checkers, { position_id: id, order: (checkers.at(-1)?.order ?? 0) + 1 }])
    }
  }
  const free = posts.filter(({ position_id: id }) => id !== says.signer_id && !checkers.some((it) => it.position_id === id))
  return (
    <>
      <section className={css.part} aria-labelledby="pemeriksa">
        <h2 id="pemeriksa">Pemeriksa</h2>
        {checkers.length === 0 ? (
          <p className={small.quiet}>Tanpa pemeriksa, naskah langsung ke penanda tangan.</p>
        ) : (
          <ol className={css.rows} aria-label="Pemeriksa menurut urutan">
            {checkers.map((it, place) => (
              <li key={it.position_id} className={css.line}>
                <span>
                  <span className="figures">{it.order}.</span> {named(it.position_id)}
                  {place > 0 && (
                    <label className={checkRow.boxes}>
                      <input
                        type="checkbox"
                        checked={checkers[place - 1]?.order === it.order}
                        onChange={(event) => onChange({ checkers: beside(checkers, place, event.target.checked) })}
                      />
                      <span>Bersamaan dengan yang di atasnya</span>
                    </label>
                  )}
                </span>
                {place > 0 && <Button look="text" aria-label={`Naikkan ${named(it.position_id)}`} onClick={() => set(moved(checkers, place, -1))}>Naikkan</Button>}
                <IconButton icon="remove" label={`Hapus ${named(it.position_id)}`} onClick={() => set(checkers.filter((_, index) => index !== place))} />
              </li>
            ))}
          </ol>
        )}
        <SelectField
          label="Tambah pemeriksa"
          value=""
          error={fault('/checkers') ?? fault('/says/checkers')}
          onChange={add}
          options={[['', 'Pilih jabatan di OPD atau di atasnya'], ...free.map(({ position_id: id }) => [id, named(id)] as const)]}
        />
        <details>
          <summary>Pemeriksa dari OPD lain</summary>
          <PostField label="Jabatan dari OPD lain" onChoose={(post) => add(post.position_id)} />
        </details>
      </section>
      <section className={css.part} aria-labelledby="penanda-tangan">
        <h2 id="penanda-tangan">Penanda tangan</h2>
        <SelectField
          label="Yang menandatangani"
          value={says.signer_id}
          error={fault('/says/signer_id')}
          onChange={(id) => onChange({ signer_id: id, checkers: closedUp(checkers.filter((it) => it.position_id !== id)) })}
          options={[['', 'Pilih jabatan'], ...posts.map(({ position_id: id }) => [id, named(id)] as const)]}
        />
        <div className={css.two}>
          <SelectField
            label="Atas nama (a.n.)"
            optional
            value={says.in_name_of}
            error={fault('/in_name_of')}
            onChange={(title) => onChange({ in_name_of: title, through: title ? says.through : '' })}
            options={[['', 'Tidak'], ...others(posts, says)]}
          />
          <SelectField
            label="Untuk beliau (u.b.)"
            optional
            value={says.through}
            error={fault('/through')}
            onChange={(through) => onChange({ through })}
            options={[['', 'Tidak'], ...others(posts, says)]}
          />
        </div>
      </section>
    </>
  )
}

const others = (posts: Post[], says: Says) =>
  posts.filter(({ position_id: id }) => id !== says.signer_id).map(({ title }) => [title, title] as const)
