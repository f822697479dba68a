// The browser's own compressor runs beside the page, and adds nothing to the recorder's size.

type Format = 'gzip' | 'deflate';

const Stream = globalThis.CompressionStream;

/** `deflate` is the zlib format (RFC 1950). Gives nothing where the browser has no compressor. */
export async function compress(bytes: Uint8Array, format: Format): Promise<Uint8Array | undefined> {
  if (typeof Stream !== 'function') return undefined;
  const stream = new Stream(format);
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes as BufferSource).then(() => writer.close());
  const chunks: Uint8Array[] = [];
  const reader = stream.readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
  }
  await written;
  return concat(chunks);
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
