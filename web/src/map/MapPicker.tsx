import { type KeyboardEvent, useState } from 'react'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { SelectField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import small from '../ui/small.module.css'
import { useNarrow } from '../ui/use-narrow'
import { BETWEEN_DESA, DESA } from './desa'
import { KECAMATAN } from './kecamatan'
import css from './Map.module.css'
import { findPosition, WHY_NOT } from './position'
import { isOnMap, kecamatanAt, toGlobe, toPlane } from './plane'
import { type Point, writePoint } from './point'
import { RegionMap, type View, WHOLE } from './RegionMap'

interface MapPickerProps {
  point: Point | null
  radius: number | null
  /** Whether the map to pick on is open; closed, only what is to be said of the point is shown. */
  open: boolean
  onPick: (point: Point) => void
}

const KILOMETRE = 100 // of the plane's units
const CLOSEST = 1 * KILOMETRE
/** From here on the names of desa have room. */
const SHOWS_DESA = 12 * KILOMETRE
const A_STEP = 1 / 40

const MOVES: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Pick a point: on the map, by desa, or where one stands; all of it by keyboard too. */
export default function MapPicker({ point, radius, open, onPick }: MapPickerProps) {
  const [view, setView] = useState<View>(() => (point && isOnMap(point) ? around(point, SHOWS_DESA / 2) : WHOLE))
  const [kecamatan, setKecamatan] = useState('')
  const [finding, setFinding] = useState<'busy' | keyof typeof WHY_NOT | null>(null)
  const desa = DESA.filter((it) => it.kecamatan === kecamatan)
  const narrow = useNarrow()
  const isClose = view.width <= SHOWS_DESA

  function pick(picked: Point, width = view.width) {
    setView(around(picked, width))
    onPick(picked)
  }

  function zoom(times: number) {
    const width = Math.min(WHOLE.width, Math.max(CLOSEST, view.width * times))
    const center = point && isOnMap(point) ? toPlane(point) : view.center
    setView(width === WHOLE.width ? WHOLE : { center, width })
  }

  function key(event: KeyboardEvent) {
    if (event.key === '+' || event.key === '-') zoom(event.key === '+' ? 1 / 3 : 3)
    const move = MOVES[event.key]
    if (!move) return
    event.preventDefault()
    const [x, y] = point ? toPlane(point) : view.center
    pick(toGlobe([x + move[0] * view.width * A_STEP, y + move[1] * view.width * A_STEP]))
  }

  function chooseKecamatan(name: string) {
    setKecamatan(name)
    const chosen = KECAMATAN.find((it) => it.name === name)
    setView(chosen ? { center: chosen.label, width: SHOWS_DESA } : WHOLE)
  }

  function chooseDesa(name: string) {
    const chosen = desa.find((it) => it.name === name)
    if (chosen) pick({ latitude: chosen.latitude, longitude: chosen.longitude }, SHOWS_DESA / 2)
  }

  async function pickOwn() {
    setFinding('busy')
    const found = await findPosition()
    setFinding('failed' in found ? found.failed : null)
    if ('latitude' in found) pick({ latitude: found.latitude, longitude: found.longitude }, 2 * KILOMETRE)
  }

  return (
    <div className={css.picker}>
      {open && (
        <>
          <div className={css.pair}>
            <SelectField
              label="Kecamatan"
              value={kecamatan}
              options={[['', 'Semua kecamatan'], ...KECAMATAN.map(({ name }) => [name, name] as const)]}
              onChange={chooseKecamatan}
            />
            {kecamatan && (
              <SelectField
                key={kecamatan}
                label="Desa"
                value={desa.find((it) => point && it.latitude === point.latitude && it.longitude === point.longitude)?.name ?? ''}
                options={[['', 'Pilih desa'], ...desa.map(({ name }) => [name, name] as const)]}
                onChange={chooseDesa}
              />
            )}
          </div>
          <RegionMap
            view={view}
            point={point}
            radius={radius}
            label={`Peta untuk memilih titik. Panah menggeser titik, + dan − mengubah besarnya. ${standing(point)}`}
            names={isClose && (!narrow || view.width <= SHOWS_DESA / 2) ? DESA.map((it) => ({ name: it.name, at: toPlane(it) })) : []}
            {...(isClose && { lines: BETWEEN_DESA })}
            onPick={pick}
            onKey={key}
          />
          <div className={acts.acts}>
            <Button icon="plus" onClick={() => zoom(1 / 3)}>
              Perbesar
            </Button>
            <Button icon="minus" onClick={() => zoom(3)}>
              Perkecil
            </Button>
            <Button icon="place" busy={finding === 'busy'} onClick={() => void pickOwn()}>
              Posisi saya sekarang
            </Button>
          </div>
          <p className={small.quiet} role="status">
            {finding && finding !== 'busy' ? WHY_NOT[finding] : standing(point)}
          </p>
        </>
      )}
      {point && !kecamatanAt(point) && (
        <Notice tone="warning" title="Titik ini di luar Kabupaten Mojokerto.">
          <p>{point.latitude > 0 ? 'Lintang di sini bertanda minus.' : 'Biarkan bila acaranya memang di sana.'}</p>
        </Notice>
      )}
    </div>
  )
}

const around = (point: Point, width: number): View => ({ center: toPlane(point), width })

function standing(point: Point | null): string {
  if (!point) return 'Ketuk peta untuk menaruh titik.'
  const kecamatan = kecamatanAt(point)
  return kecamatan ? `Titik ${writePoint(point)}, Kecamatan ${kecamatan}.` : `Titik ${writePoint(point)}.`
}
