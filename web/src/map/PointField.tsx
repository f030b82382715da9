import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { readPoint, writePoint, WRONG_RADIUS } from './point'
import css from './PointField.module.css'
import { readRadius, type TypedPoint } from './typed-point'

/** Not kept on the device, unlike all else: without it a point is typed. */
const MapPicker = lazy(() => import('./MapPicker').catch(() => ({ default: NoMap })))

const NoMap = () => <p className={css.loading}>Peta tidak termuat. Tulis koordinatnya, atau muat ulang halaman ini.</p>

interface PointFieldProps extends TypedPoint {
  id?: string
  radiusId?: string
  errors: { point?: string | undefined; radius?: string | undefined }
  onChange: (part: Partial<TypedPoint>) => void
}

/** The place on the map: typed, pasted from another map, or picked; the map itself is loaded when it is needed. */
export function PointField({ id, radiusId, point: typed, radius, errors, onChange }: PointFieldProps) {
  const [open, setOpen] = useState(false)
  const [left, setLeft] = useState('')
  const { point, mistake } = readPoint(typed)
  const metres = readRadius(radius)

  function leave() {
    setLeft(typed)
    if (point) onChange({ point: writePoint(point) })
  }

  const wrong = typed.trim() && left === typed ? mistake : null
  return (
    <>
      <TextField
        label="Titik di peta"
        optional
        hint="Koordinat atau tautan dari aplikasi peta. Contoh: -7,4722, 112,4346"
        autoComplete="off"
        {...(id && { id })}
        value={typed}
        error={errors.point ?? wrong ?? undefined}
        onChange={(value) => onChange({ point: value })}
        onBlur={leave}
      />
      <div>
        <Button icon="place" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Tutup peta' : 'Pilih di peta'}
        </Button>
      </div>
      {(open || point) && (
        <Suspense fallback={<p className={css.loading}>Memuat peta…</p>}>
          <MapPicker point={point} radius={metres} open={open} onPick={(picked) => onChange({ point: writePoint(picked) })} />
        </Suspense>
      )}
      {typed.trim() && (
        <TextField
          label="Radius dalam meter"
          optional
          hint="Sejauh ini dari titik masih dihitung di tempat. Kosong: radius yang lazim."
          inputMode="numeric"
          autoComplete="off"
          {...(radiusId && { id: radiusId })}
          value={radius}
          error={errors.radius ?? (radius.trim() && metres === null ? WRONG_RADIUS : undefined)}
          onChange={(value) => onChange({ radius: value })}
        />
      )}
    </>
  )
}
