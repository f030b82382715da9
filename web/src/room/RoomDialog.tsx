import { type FormEvent, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import type { Answer } from '../api/operations'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { PointField } from '../map/PointField'
import { sentPoint, typedPoint } from '../map/typed-point'
import { Button } from '../ui/Button'
import checkRow from '../ui/check-row.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import css from './Rooms.module.css'

export type Room = Answer<'eagenda_list_rooms'>['items'][number]

/** What is said of a room; without one, of a new one. */
export function RoomDialog({ room, onClose }: { room: Room | null; onClose: () => void }) {
  const [form, setForm] = useState({
    name: room?.name ?? '',
    capacity: room ? String(room.capacity) : '',
    facilities: room?.facilities ?? '',
    is_shared: room?.is_shared ?? false,
    is_open: room?.is_open ?? true,
    ...typedPoint(room?.point),
  })
  const [tried, setTried] = useState(false)
  const add = useCommand('eagenda_add_room')
  const edit = useCommand('eagenda_edit_room')
  const { error, isPending } = room ? edit : add

  const name = form.name.trim()
  const capacity = /^\d{1,5}$/.test(form.capacity.trim()) ? Number(form.capacity) : 0
  const missing = { name: name ? undefined : 'Isi nama ruang.', capacity: capacity > 0 ? undefined : 'Isi jumlah orang, misalnya 40.' }
  const place = sentPoint(form)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (missing.name || missing.capacity || !place.sent !== !form.point.trim()) return
    const onSuccess = () => {
      onClose()
      toast(`${name} tercatat.`)
    }
    const facts = { name, capacity, facilities: form.facilities.trim(), is_shared: form.is_shared, point: place.sent }
    if (room) edit.mutate({ ...facts, room_id: room.id, version: room.version, is_open: form.is_open }, { onSuccess })
    else add.mutate(facts, { onSuccess })
  }

  const faults = error?.fieldErrors ?? []
  const text = (field: 'name' | 'capacity' | 'facilities') => ({
    value: form[field],
    autoComplete: 'off',
    onChange: (value: string) => setForm({ ...form, [field]: value }),
    error: (tried && field !== 'facilities' && missing[field]) || faults.find(({ pointer }) => pointer === `/${field}`)?.detail,
  })
  const check = (field: 'is_shared' | 'is_open', words: string) => (
    <label className={checkRow.row}>
      <input type="checkbox" checked={form[field]} onChange={(event) => setForm({ ...form, [field]: event.target.checked })} />
      <span>{words}</span>
    </label>
  )
  return (
    <Dialog title={room ? 'Ubah ruang' : 'Tambah ruang'} onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {error && faults.length === 0 && <Refusal error={error} />}
        <TextField label="Nama ruang" required data-focus-first {...text('name')} />
        <TextField label="Muat berapa orang" required inputMode="numeric" {...text('capacity')} />
        <TextField label="Fasilitas" hint="Contoh: proyektor, kamera konferensi" optional {...text('facilities')} />
        <PointField
          point={form.point}
          radius={form.radius}
          errors={{
            point: tried ? place.point : undefined,
            radius: faults.find(({ pointer }) => pointer.startsWith('/point'))?.detail,
          }}
          onChange={(part) => setForm({ ...form, ...part })}
        />
        {check('is_shared', 'OPD lain boleh memesan')}
        {room && check('is_open', 'Dapat dipesan')}
        <DialogActions>
          <Button type="submit" look="primary" busy={isPending}>
            Simpan
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
