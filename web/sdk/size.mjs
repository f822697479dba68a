// Prints what the page script weighs on the wire, and fails above the goal.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const GOAL = 40 * 1024;
const script = await readFile(new URL('dist/suture.js', import.meta.url));
const packed = gzipSync(script, { level: 9 }).byteLength;
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(
  `suture.js: ${kilobytes(script.byteLength)}, gzipped ${kilobytes(packed)} (goal ${kilobytes(GOAL)})`,
);
if (packed > GOAL) {
  console.error(
    'suture.js is above its goal: take something out, or raise the goal with a reason.',
  );
  process.exitCode = 1;
}
