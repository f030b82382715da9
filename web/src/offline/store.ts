/** What stays on this device: one database with one table for keys and one for kept scans, each by person. */

import type { Position } from '../map/position'

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

let opened: Promise<IDBDatabase> | undefined

export async function read<Table extends keyof Tables>(table: Table, key: string): Promise<Tables[Table] | undefined> {
  return run(table, 'readonly', (store) => store.get(key) as IDBRequest<Tables[Table] | undefined>)
}

export async function readAll<Table extends keyof Tables>(table: Table): Promise<Tables[Table][]> {
  return run(table, 'readonly', (store) => store.getAll() as IDBRequest<Tables[Table][]>)
}

export async function write<Table extends keyof Tables>(table: Table, value: Tables[Table]): Promise<void> {
  await run(table, 'readwrite', (store) => store.put(value))
}

export async function erase(table: keyof Tables, key: string): Promise<void> {
  await run(table, 'readwrite', (store) => store.delete(key))
}

/** Resolves once the change is on the disk, not when it was asked for. */
async function run<Result>(
  table: keyof Tables,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  opened ??= open()
  opened.catch(() => (opened = undefined))
  const transaction = (await opened).transaction(table, mode)
  const request = ask(transaction.objectStore(table))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('trowulan', 1)
  request.onupgradeneeded = () => {
    for (const [table, keyPath] of Object.entries(KEY_OF)) request.result.createObjectStore(table, { keyPath })
  }
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
