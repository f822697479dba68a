import type { Channel, Message } from '@suture/wire/capture';
import { absolute } from './exchange';
import { apply, define, intercept, now, quietly, tick } from './natives';
import type { Redactor } from './redact';

/** A channel as it happens. */
interface Open {
  readonly channel: Channel;
  readonly started: number;
  characters: number;
}

type Constructor = new (...args: unknown[]) => EventTarget;

const MAX_CHANNELS = 30;
const MAX_MESSAGES = 2000;
const MAX_CHARACTERS = 1_000_000;
const MAX_MESSAGE = 200_000;

/** The messages of WebSockets and server-sent events, both ways. */
export class Channels {
  #list: Open[] = [];
  readonly #open = new WeakMap<object, Open>();
  #made = 0;
  dropped = 0;

  watch(): () => void {
    const undo = [
      this.#constructed('WebSocket', 'websocket'),
      this.#constructed('EventSource', 'eventsource'),
      this.#sends(),
      this.#names(),
    ];
    return () => {
      for (const restore of undo) restore();
    };
  }

  /** Those that were open in the window, with all of their messages: a run begins before they do. */
  since(from: number, redactor: Redactor): Channel[] {
    return this.#list
      .map(({ channel }) => channel)
      .filter(({ at, closed }) => closed === undefined || at + closed.after >= from)
      .map((channel) => ({
        ...channel,
        url: redactor.url(channel.url),
        messages: channel.messages.map((message) => safe(message, redactor)),
      }));
  }

  #constructed(name: 'WebSocket' | 'EventSource', kind: Channel['kind']): () => void {
    const scope = window as unknown as Record<string, Constructor | undefined>;
    const original = scope[name];
    if (typeof original !== 'function') return () => {};
    const proxy: Constructor = new Proxy(original, {
      construct: (target, args, as): object => {
        const made = Reflect.construct(target, args, as === proxy ? target : as) as EventTarget;
        quietly(() => this.#opened(made, kind, String(args[0])));
        return made;
      },
    });
    put(scope, name, original, proxy);
    return () => {
      if (scope[name] === proxy) put(scope, name, proxy, original);
    };
  }

  #opened(made: EventTarget, kind: Channel['kind'], url: string): void {
    const channel: Channel = {
      id: `s${++this.#made}`,
      at: now(),
      kind,
      url: absolute(url),
      messages: [],
    };
    const open: Open = { channel, started: tick(), characters: 0 };
    this.#list.push(open);
    if (this.#list.length > MAX_CHANNELS) {
      this.#list.shift();
      this.dropped++;
    }
    this.#open.set(made, open);
    const after = () => Math.round((tick() - open.started) * 10) / 10;
    made.addEventListener('open', () => {
      channel.openedAfter ??= after();
      const { protocol } = made as WebSocket;
      if (protocol) channel.protocol = protocol;
    });
    made.addEventListener('message', this.#onMessage(made));
    made.addEventListener('close', (event) => {
      const { code, reason, wasClean } = event as CloseEvent;
      channel.closed = { after: after(), code, reason, clean: wasClean };
    });
    made.addEventListener('error', () => {
      if (kind === 'eventsource' && (made as EventSource).readyState === 2) {
        channel.closed = { after: after(), code: 0, reason: '', clean: false };
      }
    });
  }

  #onMessage(made: EventTarget): (event: Event) => void {
    return (event) =>
      quietly(() => {
        const { data, lastEventId, type } = event as MessageEvent;
        const about: Partial<Message> = {};
        if (type !== 'message') about.type = type;
        if (lastEventId) about.lastEventId = lastEventId;
        this.#note(made, 'server', data, about);
      });
  }

  #note(made: object, from: Message['from'], data: unknown, about: Partial<Message> = {}): void {
    const open = this.#open.get(made);
    if (!open) return;
    const after = Math.round((tick() - open.started) * 10) / 10;
    const message: Message = { after, from, size: 0, ...about };
    open.channel.messages.push(message);
    const fill = (content: Partial<Message>) => {
      Object.assign(message, content);
      open.characters += characters(message);
      this.#trim(open);
    };
    if (data instanceof Blob) {
      message.size = data.size;
      data.arrayBuffer().then(
        (bytes) => fill(binary(bytes)),
        () => {},
      );
    } else if (data instanceof ArrayBuffer) fill(binary(data));
    else if (ArrayBuffer.isView(data)) {
      const { buffer, byteOffset, byteLength } = data;
      fill(binary(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer));
    } else fill(text(String(data)));
  }

  #trim(open: Open): void {
    const { channel } = open;
    while (channel.messages.length > MAX_MESSAGES || open.characters > MAX_CHARACTERS) {
      const gone = channel.messages.shift();
      if (!gone) return;
      open.characters -= characters(gone);
      channel.dropped = (channel.dropped ?? 0) + 1;
      this.dropped++;
    }
  }

  #sends(): () => void {
    if (typeof WebSocket !== 'function') return () => {};
    return intercept(WebSocket.prototype, 'send', (target, self, args) => {
      quietly(() => this.#note(self as object, 'page', args[0]));
      return apply(target, self, args);
    });
  }

  /** Events with a name reach only who asks for that name. */
  #names(): () => void {
    if (typeof EventSource !== 'function') return () => {};
    const heard = new WeakMap<object, Set<string>>();
    const listen = EventSource.prototype.addEventListener;
    return intercept(EventSource.prototype, 'addEventListener', (target, self, args) => {
      quietly(() => {
        const [type] = args as [string];
        const names = heard.get(self as object) ?? new Set(['message', 'open', 'error']);
        heard.set(self as object, names);
        if (names.has(type) || !this.#open.has(self as object)) return;
        names.add(type);
        apply(listen, self, [type, this.#onMessage(self as EventTarget)]);
      });
      return apply(target, self, args);
    });
  }
}

function characters({ text, base64 }: Message): number {
  return 20 + (text?.length ?? 0) + (base64?.length ?? 0);
}

function text(all: string): Partial<Message> {
  const kept: Partial<Message> = { text: all.slice(0, MAX_MESSAGE), size: all.length };
  if (all.length > MAX_MESSAGE) kept.truncated = true;
  return kept;
}

function binary(bytes: ArrayBuffer): Partial<Message> {
  const part = new Uint8Array(bytes.slice(0, MAX_MESSAGE / 2));
  let chars = '';
  for (const byte of part) chars += String.fromCharCode(byte);
  const kept: Partial<Message> = { base64: btoa(chars), size: bytes.byteLength };
  if (part.byteLength < bytes.byteLength) kept.truncated = true;
  return kept;
}

/** Bytes hide what is in them from the redaction: only those that are text inside are looked at. */
function safe(message: Message, redactor: Redactor): Message {
  const copy = { ...message };
  if (message.text) copy.text = redactor.body(message.text);
  if (message.base64) {
    const bytes = Uint8Array.from(atob(message.base64), (char) => char.charCodeAt(0));
    const plain = new TextDecoder().decode(bytes);
    if (redactor.body(plain) !== plain) {
      delete copy.base64;
      copy.truncated = true;
    }
  }
  if (message.lastEventId) copy.lastEventId = redactor.values(message.lastEventId);
  return copy;
}

/** Puts one constructor in the other's place; what it made still knows its constructor. */
export function put(
  scope: Record<string, Constructor | undefined>,
  name: string,
  from: Constructor,
  to: Constructor,
): void {
  const as = { value: to, configurable: true, enumerable: false, writable: true };
  define(scope, name, as);
  define(from.prototype, 'constructor', as);
}
