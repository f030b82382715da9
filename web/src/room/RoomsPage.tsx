import { useState } from 'react'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import small from '../ui/small.module.css'
import { Empty } from '../ui/states'
import { number } from '../words/format'
import { type Room, RoomDialog } from './RoomDialog'
import css from './Rooms.module.css'

/** The meeting rooms of the office that one manages. */
export default function RoomsPage() {
  const rooms = useAsk('eagenda_list_rooms', {})
  const [editing, setEditing] = useState<Room | 'new' | null>(null)
  const add = (
    <Button look="primary" icon="plus" onClick={() => setEditing('new')}>
      Tambah ruang
    </Button>
  )
  return (
    <Page title="Ruang rapat" above={<BackLink href="/administrasi">Administrasi</BackLink>} actions={add} narrow>
      <Loaded query={rooms}>
        {({ items }) => <Rooms rooms={items.filter((room) => room.is_own)} onEdit={setEditing} />}
      </Loaded>
      {editing && <RoomDialog room={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function Rooms({ rooms, onEdit }: { rooms: Room[]; onEdit: (room: Room) => void }) {
  if (rooms.length === 0) {
    return (
      <Empty title="Belum ada ruang rapat.">
        <p>Tambahkan ruang OPD Anda; penyelenggara memesannya saat membuat agenda.</p>
      </Empty>
    )
  }
  return (
    <ul className={rowList.list}>
      {rooms.map((room) => (
        <li key={room.id} className={css.room}>
          <div className={css.what}>
            <h2>{room.name}</h2>
            <p className={small.quiet}>
              {[
                `${number(room.capacity)} orang`,
                room.facilities,
                room.is_shared ? 'boleh dipesan OPD lain' : '',
                room.is_open ? '' : 'tidak dapat dipesan',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <Button icon="edit" onClick={() => onEdit(room)}>
            Ubah<span className="visually-hidden"> {room.name}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
