import { type Body, MAX_BODY } from './exchange';
import { later } from './natives';

/** How long a stream may be silent before the recorder lets go of its copy. */
const MAX_SILENCE = 10_000;
const MAX_CHUNKS = 500;

export function isText(mimeType: string): boolean {
  return (
    /^text\/|[/+](?:json|xml|javascript|x-www-form-urlencoded|graphql|x-ndjson|yaml)\b/i.test(
      mimeType,
    ) || /^application\/(?:ld|problem|vnd\.[\w.-]+)\+?json/i.test(mimeType)
  );
}

export function textBody(text: string, mimeType: string): Body {
  const body: Body = { text: text.slice(0, MAX_BODY), mimeType, size: text.length };
  if (text.length > MAX_BODY) body.truncated = true;
  return body;
}

/** A request body as the page handed it over; what cannot be read at once is noted by its size. */
export function requestBody(body: unknown, mimeType: string): Body | Promise<Body> | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return textBody(body, mimeType || 'text/plain');
  if (body instanceof URLSearchParams) {
    return textBody(body.toString(), 'application/x-www-form-urlencoded');
  }
  if (body instanceof FormData) return textBody(formText(body), 'multipart/form-data');
  if (body instanceof Blob) {
    const type = mimeType || body.type;
    if (!isText(type) || body.size > MAX_BODY * 4) return { mimeType: type, size: body.size };
    return body.text().then((text) => textBody(text, type));
  }
  if (body instanceof ArrayBuffer) return bytesBody(new Uint8Array(body), mimeType);
  if (ArrayBuffer.isView(body)) {
    return bytesBody(new Uint8Array(body.buffer, body.byteOffset, body.byteLength), mimeType);
  }
  if (body instanceof Document) {
    return textBody(new XMLSerializer().serializeToString(body), mimeType || 'application/xml');
  }
  if (body instanceof ReadableStream) return { mimeType: mimeType || 'stream', size: -1 };
  return textBody(String(body), mimeType || 'text/plain');
}

export function bytesBody(bytes: Uint8Array, mimeType: string): Body {
  if (!isText(mimeType)) {
    return { mimeType: mimeType || 'application/octet-stream', size: bytes.byteLength };
  }
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_BODY));
  const body: Body = { text, mimeType, size: bytes.byteLength };
  if (bytes.byteLength > MAX_BODY) body.truncated = true;
  return body;
}

/** A form's fields as a query, files by name and size. */
function formText(form: FormData): string {
  const fields: string[] = [];
  form.forEach((value, name) => {
    const text =
      typeof value === 'string'
        ? value
        : `(file ${value.name}, ${value.size} bytes, ${value.type})`;
    fields.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
  });
  return fields.join('&');
}

/**
 * Reads a cloned body beside the page. `into` is filled as chunks come, so that a capture taken
 * while a stream still runs has what came so far; at the limit, or when the stream falls silent,
 * the copy is cancelled and the page's own reader goes on alone.
 */
export async function readStream(
  stream: ReadableStream<Uint8Array>,
  into: Body,
  elapsed?: () => number,
): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const chunks: NonNullable<Body['chunks']> = [];
  into.text = '';
  into.size = 0;
  for (;;) {
    const chunk = await orSilence(reader.read());
    if (chunk === undefined || chunk.done) {
      if (chunk === undefined) {
        into.truncated = true;
        void reader.cancel().catch(() => {});
      }
      into.text += decoder.decode();
      return;
    }
    into.size += chunk.value.byteLength;
    into.text += decoder.decode(chunk.value, { stream: true });
    if (elapsed && chunks.length < MAX_CHUNKS) {
      chunks.push({ after: Math.round(elapsed() * 10) / 10, to: into.text.length });
    }
    if (chunks.length === 2) into.chunks = chunks;
    if (into.text.length > MAX_BODY) {
      into.text = into.text.slice(0, MAX_BODY);
      into.truncated = true;
      void reader.cancel().catch(() => {});
      return;
    }
  }
}

function orSilence<T>(read: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = later(() => resolve(undefined), MAX_SILENCE);
    read.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
