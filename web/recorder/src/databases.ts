import type { Database } from '@suture/wire/capture';
import type { Redactor } from './redact';

export interface Databases {
  readonly at: number;
  readonly list: Database[];
  readonly truncated: boolean;
}

type Store = Database['stores'][number];

interface Room {
  left: number;
  truncated: boolean;
}

const MAX_DATABASES = 5;
const MAX_STORES = 20;
const MAX_ENTRIES = 100;
const MAX_CHARACTERS = 300_000;
const MAX_DEPTH = 20;

/** What stands in the page's IndexedDB, as far as there is room; nothing is made, upgraded or locked. */
export async function readDatabases(at: number): Promise<Databases> {
  const room: Room = { left: MAX_CHARACTERS, truncated: false };
  const list: Database[] = [];
  const known = (await indexedDB?.databases?.()) ?? [];
  if (known.length > MAX_DATABASES) room.truncated = true;
  for (const { name } of known.slice(0, MAX_DATABASES)) {
    const database = name === undefined ? undefined : await readDatabase(name, at, room);
    if (database) list.push(database);
  }
  return { at, list, truncated: room.truncated };
}

async function readDatabase(name: string, at: number, room: Room): Promise<Database | undefined> {
  const opening = indexedDB.open(name);
  // It went away since it was listed: opening must not make it.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const open = await done(opening).catch(() => undefined);
  if (!open) return undefined;
  // The page wants to change or delete it: it must not wait for us.
  open.onversionchange = () => open.close();
  try {
    const names = [...open.objectStoreNames];
    if (names.length > MAX_STORES) room.truncated = true;
    const stores: Store[] = [];
    for (const store of names.slice(0, MAX_STORES)) stores.push(await readStore(open, store, room));
    return { name, version: open.version, at, stores };
  } catch {
    room.truncated = true;
    return undefined;
  } finally {
    open.close();
  }
}

async function readStore(open: IDBDatabase, name: string, room: Room): Promise<Store> {
  const store = open.transaction(name, 'readonly').objectStore(name);
  const [keys, values] = await Promise.all([
    done(store.getAllKeys(null, MAX_ENTRIES + 1)),
    done(store.getAll(null, MAX_ENTRIES + 1)),
  ]);
  const entries: Store['entries'] = [];
  if (keys.length > MAX_ENTRIES) room.truncated = true;
  for (const [i, key] of keys.slice(0, MAX_ENTRIES).entries()) {
    const [keyText, valueText] = [toJson(key), toJson(values[i])];
    const size = (keyText?.length ?? 0) + (valueText?.length ?? 0);
    if (keyText === undefined || valueText === undefined || size > room.left) {
      room.truncated = true;
      continue;
    }
    room.left -= size;
    entries.push({ key: keyText, value: valueText });
  }
  return {
    name,
    keyPath: paths(store.keyPath),
    autoIncrement: store.autoIncrement,
    indexes: [...store.indexNames].map((each) => {
      const { keyPath, unique, multiEntry } = store.index(each);
      return { name: each, keyPath: paths(keyPath), unique, multiEntry };
    }),
    entries,
  };
}

function paths(keyPath: string | string[] | null): string[] {
  if (keyPath === null) return [];
  return typeof keyPath === 'string' ? [keyPath] : [...keyPath];
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

/** A stored value as JSON; nothing when JSON cannot say it. */
export function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(plain(value, 0));
  } catch {
    return undefined;
  }
}

function plain(value: unknown, depth: number): unknown {
  if (value instanceof Date) return { $date: value.getTime() };
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('no JSON');
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) {
    return value;
  }
  if (typeof value !== 'object' || depth > MAX_DEPTH) throw new Error('no JSON');
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Error('no JSON');
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, plain(item, depth + 1)]),
  );
}

export function safeDatabases({ list }: Databases, redactor: Redactor): Database[] {
  return list.map((database) => ({
    ...database,
    stores: database.stores.map((store) => ({
      ...store,
      entries: store.entries.map(({ key, value }) => ({
        key: redactor.json(key),
        value: redactor.json(value, store.name),
      })),
    })),
  }));
}
