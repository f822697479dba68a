import type { Capture } from './capture';
import { compress, concat } from './compress';
import type { Dsn } from './dsn';
import { type ReportOptions, toEvent } from './event';
import { shrink } from './shrink';
import { VERSION } from './version';

/** The most that a packed envelope may weigh. */
export const MAX_PACKED = 8_000_000;

export interface Screenshot {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
}

export interface EnvelopeOptions extends ReportOptions {
  readonly dsn: Dsn;
  readonly screenshot?: Screenshot | undefined;
  readonly maxPacked?: number;
}

export interface Envelope {
  readonly eventId: string;
  readonly bytes: Uint8Array;
  readonly gzipped: boolean;
}

interface Item {
  readonly header: Record<string, unknown>;
  readonly payload: Uint8Array;
}

const encoder = new TextEncoder();

/** A Sentry envelope of the capture, gzipped; what is too big shrinks and says so in the coverage. */
export async function toEnvelope(capture: Capture, options: EnvelopeOptions): Promise<Envelope> {
  const eventId = newId();
  let fitting = capture;
  let { screenshot } = options;
  for (;;) {
    const envelope = await pack(fitting, { ...options, screenshot }, eventId);
    const { byteLength } = envelope.bytes;
    if (byteLength <= (options.maxPacked ?? MAX_PACKED)) return envelope;
    const smaller = shrink(fitting);
    if (smaller) fitting = smaller;
    else if (screenshot) screenshot = undefined;
    else return envelope;
  }
}

/** The same at once, unpacked and without the replay: for a page that is about to go. */
export function toSmallEnvelope(
  capture: Capture,
  options: EnvelopeOptions,
  limit: number,
): Envelope | undefined {
  const eventId = newId();
  let fitting: Capture | undefined = { ...capture, replay: [] };
  while (fitting) {
    const bytes = serialise(
      eventId,
      options.dsn,
      items(fitting, options, eventId, undefined),
      fitting,
    );
    if (bytes.byteLength <= limit) return { eventId, bytes, gzipped: false };
    fitting = shrink(fitting);
  }
  return undefined;
}

async function pack(
  capture: Capture,
  options: EnvelopeOptions,
  eventId: string,
): Promise<Envelope> {
  const recording =
    capture.replay.length > 0
      ? await compress(encoder.encode(JSON.stringify(capture.replay)), 'deflate')
      : undefined;
  const bytes = serialise(
    eventId,
    options.dsn,
    items(capture, options, eventId, recording),
    capture,
  );
  const packed = await compress(bytes, 'gzip');
  return { eventId, bytes: packed ?? bytes, gzipped: packed !== undefined };
}

function items(
  capture: Capture,
  options: EnvelopeOptions,
  eventId: string,
  recording: Uint8Array | undefined,
): Item[] {
  const { page, console, actions, network, storage, channels, random } = capture.parts;
  const replay = recording ? replayItems(capture, eventId, recording) : [];
  const shown = recording ? capture : { ...capture, replay: [] };
  const list = [
    item('event', toEvent(shown, eventId, options)),
    ...replay,
    attachment('page.json', page),
    attachment('console.json', console),
    attachment('actions.json', actions),
    attachment('network.har', network),
    ...(storage ? [attachment('storage.json', storage)] : []),
    ...(channels ? [attachment('channels.json', channels)] : []),
    ...(random ? [attachment('random.json', random)] : []),
  ];
  const { screenshot } = options;
  if (screenshot) {
    const extension = screenshot.type.slice('image/'.length);
    list.push(file(`screenshot.${extension}`, screenshot.type, screenshot.bytes));
  }
  return list;
}

function replayItems(capture: Capture, eventId: string, recording: Uint8Array): Item[] {
  const { page } = capture.parts;
  const first = capture.replay[0]?.timestamp ?? page.window.from;
  const last = capture.replay.at(-1)?.timestamp ?? page.window.to;
  const event = {
    type: 'replay_event',
    event_id: eventId,
    replay_id: eventId,
    replay_type: 'buffer',
    segment_id: 0,
    replay_start_timestamp: first / 1000,
    timestamp: last / 1000,
    urls: [...new Set([...visited(capture), page.url])].slice(-100),
    error_ids: [eventId],
    trace_ids: [],
    platform: 'javascript',
  };
  const head = encoder.encode(`${JSON.stringify({ segment_id: 0 })}\n`);
  return [
    item('replay_event', event),
    { header: { type: 'replay_recording' }, payload: concat([head, recording]) },
  ];
}

function visited({ parts }: Capture): string[] {
  return parts.actions.flatMap(({ url }) => (url ? [url] : []));
}

function item(type: string, payload: object): Item {
  return { header: { type, content_type: 'application/json' }, payload: json(payload) };
}

function attachment(filename: string, payload: object): Item {
  return file(filename, 'application/json', json(payload));
}

function file(filename: string, content_type: string, payload: Uint8Array): Item {
  const header = { type: 'attachment', filename, content_type, attachment_type: 'suture.part' };
  return { header, payload };
}

function serialise(eventId: string, dsn: Dsn, list: Item[], { parts }: Capture): Uint8Array {
  const head = {
    event_id: eventId,
    dsn: dsn.text,
    sent_at: new Date().toISOString(),
    sdk: { name: parts.page.recorder.name, version: VERSION },
  };
  const lines: Uint8Array[] = [encoder.encode(`${JSON.stringify(head)}\n`)];
  for (const { header, payload } of list) {
    const { byteLength } = payload;
    lines.push(
      encoder.encode(`${JSON.stringify({ ...header, length: byteLength })}\n`),
      payload,
      NEWLINE,
    );
  }
  return concat(lines);
}

const NEWLINE = encoder.encode('\n');

function json(value: object): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
