import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** Starts the built shop on a free port; it ends with the test. */
export async function openShop(test, { dist = DIST, env = {}, args = [] } = {}) {
  const shop = spawn(
    process.execPath,
    [`${dist}/server.mjs`, '--port', '0', '--exit-with-parent', ...args],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  );
  const exit = once(shop, 'exit');
  test.after(() => {
    shop.stdin.end();
    return exit;
  });
  const [line] = await Promise.race([
    once(createInterface({ input: shop.stdout }), 'line'),
    exit.then(([code]) => {
      throw new Error(`the shop ended with ${code} before it was ready`);
    }),
  ]);
  const url = line.match(/http:\S+/)[0];
  return { url, stdin: shop.stdin, exit };
}

export async function post(url, path, body) {
  const response = await fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}
