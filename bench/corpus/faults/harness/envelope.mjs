import { gunzipSync } from 'node:zlib';

/** The parts of what a recorder sent, as the server will find them. */
export function readEnvelope(bytes) {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const parts = { header: undefined, event: undefined };
  let at = 0;
  const line = () => {
    const end = plain.indexOf(10, at);
    const text = plain.subarray(at, end).toString('utf8');
    at = end + 1;
    return text;
  };
  parts.header = JSON.parse(line());
  while (at < plain.length) {
    const head = line();
    if (!head) continue;
    const { type, filename, length } = JSON.parse(head);
    const payload = plain.subarray(at, at + length);
    at += length + 1;
    if (type === 'event' || filename) {
      parts[filename ?? type] = JSON.parse(payload.toString('utf8'));
    }
  }
  return parts;
}

/** What a path such as `$.items[0].price` leads to, and how far it went. */
export function walk(body, path) {
  let value = body;
  for (const [, name, index] of path.matchAll(/\.([\w-]+)|\[(\d+)\]/g)) {
    if (value === null || value === undefined) return { reached: false, value: undefined };
    value = name === undefined ? value[Number(index)] : value[name];
  }
  return { reached: true, value };
}
