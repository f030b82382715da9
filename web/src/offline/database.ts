/** A database in the browser: tables of objects, each by one of its members. */
export function database<Tables extends object>(name: string, keyOf: { [Table in keyof Tables]: string }) {
  type Name = keyof Tables & string
  let opened: Promise<IDBDatabase> | undefined

  /** Resolves once the change is on the disk, not when it was asked for. */
  async function run<Result>(
    table: Name,
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
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const [table, keyPath] of Object.entries<string>(keyOf)) request.result.createObjectStore(table, { keyPath })
    }
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  }

  return {
    read: <Table extends Name>(table: Table, key: string) =>
      run(table, 'readonly', (store) => store.get(key) as IDBRequest<Tables[Table] | undefined>),
    readAll: <Table extends Name>(table: Table) =>
      run(table, 'readonly', (store) => store.getAll() as IDBRequest<Tables[Table][]>),
    write: async <Table extends Name>(table: Table, value: Tables[Table]): Promise<void> => {
      await run(table, 'readwrite', (store) => store.put(value))
    },
    erase: async (table: Name, key: string): Promise<void> => {
      await run(table, 'readwrite', (store) => store.delete(key))
    },
  }
}
