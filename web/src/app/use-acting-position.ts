import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Person } from '../api/session'
import { toast } from './toast'

/** When a person begins to act as another position, what the pages show is asked anew, and they are told. */
export function useActingPosition(person: Person): void {
  const client = useQueryClient()
  const before = useRef(person)
  useEffect(() => {
    const { position_id: id, position_title: title } = before.current
    before.current = person
    if (id === person.position_id) return
    void client.resetQueries()
    const isLost = id !== null && !person.positions.some((position) => position.id === id)
    const now = person.position_title ? `Anda bertindak sebagai ${person.position_title}.` : 'Anda tidak memegang jabatan.'
    toast(isLost ? `Anda tidak lagi memegang jabatan ${title}. ${now}` : now)
  }, [client, person])
}
