import { serverNow } from '../api/server-clock'
import { useAsk } from '../app/queries'
import { typedPoint } from '../map/typed-point'
import { SelectField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { number } from '../words/format'
import { type Draft, roomName, timesOf } from './draft'

interface RoomFieldProps {
  id: string
  draft: Draft
  agendaId: string
  invited: number
  error: string | undefined
  onChange: (part: Partial<Draft>) => void
}

/** The rooms that may be booked, the free ones first; choosing one writes its name as the place. */
export function RoomField({ id, draft, agendaId, invited, error, onChange }: RoomFieldProps) {
  const { from, to } = timesOf(draft, serverNow())
  const rooms = useAsk('eagenda_list_rooms', from && to && from < to ? { starts_at: from, ends_at: to, agenda_id: agendaId } : {})
  const open = (rooms.data?.items ?? []).filter((room) => room.is_open || draft.room.startsWith(room.id))
  if (open.length === 0) return null

  const free = open.toSorted((one, other) => Number(one.is_free === false) - Number(other.is_free === false))
  const options = free.map((room) => {
    const owner = room.is_own ? '' : ` · ${room.organisation_name}`
    const standing = room.is_free === false ? ' · terpakai pada jam itu' : ''
    return [`${room.id} ${room.name}`, `${room.name} · ${number(room.capacity)} orang${owner}${standing}`] as const
  })
  const chosen = open.find((room) => draft.room.startsWith(`${room.id} `))

  function choose(room: string) {
    const isOwnWords = draft.place.trim() && draft.place !== roomName(draft.room)
    const isOwnPoint = draft.point.trim() && draft.point !== typedPoint(chosen?.point).point
    const point = typedPoint(open.find((it) => room.startsWith(`${it.id} `))?.point)
    onChange({ room, ...(!isOwnWords && { place: roomName(room) }), ...(!isOwnPoint && point) })
  }

  return (
    <>
      <SelectField
        label="Ruang rapat"
        optional
        hint="Ruang yang dipilih dipesan untuk jam ini."
        id={id}
        value={chosen ? `${chosen.id} ${chosen.name}` : ''}
        error={error}
        options={[['', 'Tanpa ruang'], ...options]}
        onChange={choose}
      />
      {chosen?.is_free === false && (
        <Notice tone="warning" title={`${chosen.name} terpakai pada jam itu.`}>
          <p>Pilih ruang atau jam lain.</p>
        </Notice>
      )}
      {chosen && invited > chosen.capacity && (
        <Notice tone="warning" title={`${chosen.name} memuat ${number(chosen.capacity)} orang, yang diundang ${number(invited)}.`} />
      )}
    </>
  )
}
