import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, inflateSync } from 'node:zlib';

export interface Item {
  header: Record<string, unknown> & { type: string; filename?: string };
  payload: Buffer;
}

export interface Received {
  header: { event_id: string; dsn: string; sdk: { name: string } };
  items: Item[];
  url: string;
}

/** Reads an envelope by the letter of the format, apart from the code that writes it. */
export function parseEnvelope(bytes: Buffer): Omit<Received, 'url'> {
  let at = 0;
  const line = (): string => {
    const end = bytes.indexOf(10, at);
    const text = bytes.subarray(at, end < 0 ? bytes.length : end).toString('utf8');
    at = end < 0 ? bytes.length : end + 1;
    return text;
  };
  const header = JSON.parse(line());
  const items: Item[] = [];
  while (at < bytes.length) {
    const item = JSON.parse(line()) as Item['header'] & { length: number };
    const payload = bytes.subarray(at, at + item.length);
    at += item.length;
    if (at < bytes.length && bytes[at] !== 10) throw new Error(`no line break behind ${item.type}`);
    at += 1;
    items.push({ header: item, payload });
  }
  return { header, items };
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into JSON of every shape
export function json(received: Received, name: string): any {
  const item = received.items.find(({ header }) => (header.filename ?? header.type) === name);
  if (!item) throw new Error(`the envelope has no ${name}`);
  return JSON.parse(item.payload.toString('utf8'));
}

// biome-ignore lint/suspicious/noExplicitAny: rrweb's events
export function replayEvents(received: Received): any[] {
  const item = received.items.find(({ header }) => header.type === 'replay_recording');
  if (!item) throw new Error('the envelope has no replay_recording');
  const end = item.payload.indexOf(10);
  if (JSON.parse(item.payload.subarray(0, end).toString()).segment_id !== 0)
    throw new Error('segment');
  return JSON.parse(inflateSync(item.payload.subarray(end + 1)).toString('utf8'));
}

/** A door that keeps what it gets, on an origin of its own. */
export class Door {
  readonly received: Received[] = [];
  /** What the next envelopes are answered with, instead of 200. */
  refusal: { status: number; headers?: Record<string, string> } | undefined;
  #server!: Server;
  #waiting: (() => void)[] = [];

  async open(): Promise<this> {
    this.#server = await listen((request, response) => this.#answer(request, response));
    return this;
  }

  get origin(): string {
    return originOf(this.#server);
  }

  get dsn(): string {
    return this.origin.replace('://', '://0123456789abcdef0123456789abcdef@').concat('/1');
  }

  async next(count = 1): Promise<Received> {
    while (this.received.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.received[count - 1] as Received;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    response.setHeader('Access-Control-Expose-Headers', '*');
    if (request.method !== 'POST') {
      response.writeHead(204).end();
      return;
    }
    if (this.refusal) {
      response.writeHead(this.refusal.status, this.refusal.headers).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const packed = request.headers['content-encoding'] === 'gzip';
    const envelope = parseEnvelope(packed ? gunzipSync(body) : body);
    this.received.push({ ...envelope, url: request.url ?? '' });
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ id: envelope.header.event_id }));
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export async function listen(handler: Handler): Promise<Server> {
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
