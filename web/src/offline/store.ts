/** What stays on this device: one database with one table for keys and one for kept scans, each by person. */
import type { Position } from '../map/position'
import { database } from './database'

export interface DeviceKey {
  personId: string
  /** The thumbprint of the public half. */
  id: string
  name: string
  /** Signs, and can't be read out by any script. */
  privateKey: CryptoKey
  publicKey: CryptoKey
  /** The server knows it. */
  enrolled: boolean
  /** It signs no more: since when, which device took its place, and whether the person has been told. */
  ended?: { at: string; by: string | null; told: boolean }
}

export interface KeptScan {
  /** Also the key under which it is sent: the server takes it once, however often it is sent. */
  nonce: string
  personId: string
  /** As which position it was scanned; none in what an earlier release kept. */
  positionId?: string
  /** None for typed letters, which name no agenda. */
  agendaId: string | null
  code: string
  /** By the clock of this device. */
  scannedAt: string
  deviceId: string
  signature: string
  /** Where the phone was, where the person let it tell. */
  position?: Position
  state: 'waiting' | 'sent' | 'refused'
  /** What the server said: the agenda's title and what stands there, or why it was refused and the way out. */
  said?: { title: string; detail: string }
}

interface Tables {
  keys: DeviceKey
  scans: KeptScan
}

const KEY_OF = { keys: 'personId', scans: 'nonce' } as const satisfies { [Table in keyof Tables]: keyof Tables[Table] }

export const { read, readAll, write, erase } = database<Tables>('trowulan', KEY_OF)
