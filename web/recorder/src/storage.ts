import type { StorageState, StoredItem } from '@suture/wire/capture';
import { type Databases, readDatabases, safeDatabases } from './databases';
import { every, now, quietly, stopEvery } from './natives';
import type { Redactor } from './redact';

/** What one look at the page's storage found. */
interface Look {
  readonly at: number;
  readonly local: StoredItem[];
  readonly session: StoredItem[];
  readonly truncated: boolean;
}

const EVERY = 30_000;
const MAX_ITEM = 100_000;
const MAX_LOOK = 300_000;

/** The page's storage as it was: looked at when the recorder starts, and again every half minute. */
export class StorageLog {
  #looks: Look[] = [];
  #databases: Databases[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly age: number) {}

  start(): void {
    this.#look();
    this.#timer = every(() => quietly(() => this.#look()), EVERY);
  }

  stop(): void {
    if (this.#timer !== undefined) stopEvery(this.#timer);
  }

  /** The last look before a moment; the first of all when that is younger. */
  at(moment: number, redactor: Redactor): StorageState | undefined {
    const look = this.#looks.findLast(({ at }) => at <= moment) ?? this.#looks[0];
    if (!look) return undefined;
    const known = this.#databases.findLast(({ at }) => at <= moment) ?? this.#databases[0];
    const state: StorageState = {
      at: look.at,
      local: safe(look.local, redactor),
      session: safe(look.session, redactor),
      databases: known ? safeDatabases(known, redactor) : [],
    };
    if (look.truncated || known?.truncated) state.truncated = true;
    return state;
  }

  #look(): void {
    const at = now();
    const room = { left: MAX_LOOK, truncated: false };
    const local = read(() => localStorage, room);
    const session = read(() => sessionStorage, room);
    const last = this.#looks.at(-1);
    if (!last || !same(last.local, local) || !same(last.session, session)) {
      this.#looks.push({ at, local, session, truncated: room.truncated });
    }
    this.#looks = recent(this.#looks, at - this.age);
    readDatabases(at).then(
      (found) => {
        this.#databases = recent([...this.#databases, found], at - this.age);
      },
      () => {},
    );
  }
}

/** One that is older than all that is asked for stays, until the next is that old as well. */
function recent<T extends { at: number }>(list: T[], from: number): T[] {
  const first = list.findLastIndex(({ at }) => at <= from);
  return first > 0 ? list.slice(first) : list;
}

function read(of: () => Storage, room: { left: number; truncated: boolean }): StoredItem[] {
  const items: StoredItem[] = [];
  try {
    const storage = of();
    for (let i = 0; i < storage.length; i++) {
      const name = storage.key(i) ?? '';
      const value = storage.getItem(name) ?? '';
      const size = name.length + value.length;
      if (size > Math.min(room.left, MAX_ITEM)) {
        room.truncated = true;
        continue;
      }
      room.left -= size;
      items.push({ name, value });
    }
  } catch {
    // A sandboxed page has no storage.
  }
  return items;
}

function same(one: StoredItem[], other: StoredItem[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, value }, i) => other[i]?.name === name && other[i]?.value === value)
  );
}

function safe(items: StoredItem[], redactor: Redactor): StoredItem[] {
  return items.map(({ name, value }) => ({
    name: redactor.values(name),
    value:
      value && redactor.secretName(name) ? secret(value, name, redactor) : redactor.scalar(value),
  }));
}

function secret(value: string, name: string, redactor: Redactor): string {
  return /^\s*[{[]/.test(value) ? redactor.json(value, name) : redactor.secret(value);
}
