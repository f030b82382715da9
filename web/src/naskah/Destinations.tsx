import { useState } from 'react'
import { Button, IconButton } from '../ui/Button'
import { TextField } from '../ui/Field'
import small from '../ui/small.module.css'
import css from './Naskah.module.css'
import { PostField } from './PostField'
import type { Destination } from './words'

const NOBODY: Destination = { name: '', place: '', position_id: '' }

interface DestinationsProps {
  /** What they are: to whom it goes, or who gets a copy. */
  label: string
  value: Destination[]
  onChange: (value: Destination[]) => void
  error: string | undefined
  withPlace?: boolean
}

/** To whom a naskah goes: posts of the regency, or anybody outside by name. */
export function Destinations({ label, value, onChange, error, withPlace = false }: DestinationsProps) {
  const [outside, setOutside] = useState<Destination | null>(null)
  const known = (positionId: string) => value.some((it) => it.position_id === positionId)
  function addOutside() {
    if (!outside?.name.trim()) return
    onChange([...value, outside])
    setOutside(null)
  }
  return (
    <div className={css.rows}>
      {value.length > 0 && (
        <ol className={css.rows} aria-label={label}>
          {value.map((it, place) => (
            <li key={`${it.position_id}:${it.name}:${place}`} className={css.line}>
              <span>
                {it.name} {it.place && <span className={small.quiet}>di {it.place}</span>}
              </span>
              <IconButton icon="remove" label={`Hapus ${it.name}`} onClick={() => onChange(value.filter((_, index) => index !== place))} />
            </li>
          ))}
        </ol>
      )}
      <PostField
        label={label}
        error={error}
        onChoose={(post) => {
          if (known(post.position_id)) return
          onChange([...value, { name: post.title, place: withPlace ? 'Mojokerto' : '', position_id: post.position_id }])
        }}
      />
      {outside ? (
        <div className={css.rows} onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), addOutside())}>
          <div className={css.two}>
            <TextField label="Nama atau jabatan di luar Pemkab" maxLength={200} value={outside.name} onChange={(name) => setOutside({ ...outside, name })} autoFocus />
            {withPlace && <TextField label="Di" optional maxLength={200} value={outside.place} onChange={(place) => setOutside({ ...outside, place })} />}
          </div>
          <div className={css.bar}>
            <Button onClick={addOutside}>Tambahkan</Button>
            <Button look="text" onClick={() => setOutside(null)}>
              Batal
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button look="text" icon="plus" onClick={() => setOutside(NOBODY)}>
            {label}: pihak luar
          </Button>
        </div>
      )}
    </div>
  )
}
