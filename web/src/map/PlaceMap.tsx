import css from './Map.module.css'
import { isOnMap, kecamatanAt, toPlane } from './plane'
import type { Point } from './point'
import { RegionMap } from './RegionMap'

const SIXTEEN_KILOMETRES = 1_600

/** Where in the regency a place is; nothing for one that is elsewhere. */
export default function PlaceMap({ point, radius }: { point: Point; radius: number | null }) {
  if (!isOnMap(point)) return null
  const kecamatan = kecamatanAt(point)
  return (
    <div className={css.place}>
      <RegionMap
        view={{ center: toPlane(point), width: SIXTEEN_KILOMETRES }}
        point={point}
        radius={radius}
        label={kecamatan ? `Peta: titik di Kecamatan ${kecamatan}` : 'Peta: titik di luar Kabupaten Mojokerto'}
      />
    </div>
  )
}
