/**
 * What stays on a kiosk: for each agenda its token and what it shows, whom it may see, and its scans. A database of its
 * own: a kiosk is a tablet of the office, and nothing of its keys and queues is a person's.
 */
import type { Answer } from '../api/operations'

export type Shown = Answer<'eagenda_show_kiosk'>
export type KioskPerson = Answer<'eagenda_list_kiosk_people'>['items'][number]
export type Taken = Answer<'eagenda_record_kiosk_scans'>['scans'][number]

export interface KeptKiosk {
  agendaId: string
  token: string
  /** As it was shown last; none until it has been asked for once. */
  shown?: Shown
  people?: KioskPerson[]
}

export interface KioskScan {
  nonce: string
  agendaId: string
  /** By the server's clock as far as the kiosk knows it. */
  scannedAt: string
  code: string
  byHand?: { reason: string; nip: string; personId: string }
  /** Whom the kiosk itself took it to be. */
  name: string
  state: 'waiting' | 'sent'
  taken?: Taken
}

interface Tables {
  kiosks: KeptKiosk
  scans: KioskScan
}

const KEY_OF = { kiosks: 'agendaId', scans: 'nonce' } as const satisfies { [Table in keyof Tables]: keyof Tables[Table] }

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
  const request = indexedDB.open('trowulan-kios', 1)
  request.onupgradeneeded = () => {
    for (const [table, keyPath] of Object.entries(KEY_OF)) request.result.createObjectStore(table, { keyPath })
  }
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
