import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { playerUrl } from '../console/src/capture/playerFrame.ts';
import { listen, originOf } from './envelopes.ts';
import { hostile } from './hostile.ts';

test('no hostile recording runs or loads anything in the player', async ({ page }) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'suture-player-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../console', import.meta.url)),
    build: {
      outDir: folder,
      lib: {
        entry: 'src/capture/player.ts',
        formats: ['iife'],
        name: 'player',
        fileName: () => 'player.js',
      },
    },
  });
  const script = await readFile(join(folder, 'player.js'));
  const asked: string[] = [];
  const server = await listen((request, response) => {
    if (request.url === '/')
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><p>console');
    else if (request.url === '/player.js') {
      response.setHeader('Content-Type', 'text/javascript').end(script);
    } else {
      if (request.url !== '/favicon.ico') asked.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*').end();
    }
  });
  const origin = originOf(server);
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url) && !url.startsWith(origin)) asked.push(url);
  });
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  try {
    await page.goto(origin);
    const recordings = hostile(`${origin}/leak`);
    expect(recordings.length).toBeGreaterThanOrEqual(100);
    const ends = await page.evaluate(
      async ({ url, recordings }) => {
        const ran: string[] = [];
        let now = '';
        addEventListener('message', ({ data }) => data === 'pwned' && ran.push(now));
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
        await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
        const { port1, port2 } = new MessageChannel();
        frame.contentWindow?.postMessage('player', '*', [port2]);
        let built = 0;
        for (const [name, events] of recordings) {
          now = name;
          const told = new Promise<string>((resolve) => {
            const late = setTimeout(() => resolve('late'), 400);
            port1.onmessage = ({ data }) => {
              if (data.kind !== 'built' && data.kind !== 'broken') return;
              clearTimeout(late);
              resolve(data.kind);
            };
          });
          port1.postMessage({ kind: 'open', events });
          port1.postMessage({ kind: 'pause', offset: 200 });
          if ((await told) === 'built') built++;
          await new Promise((next) => setTimeout(next, 15));
        }
        let reachable = true;
        try {
          reachable = Boolean(frame.contentDocument);
        } catch {
          reachable = false;
        }
        return { ran, built, reachable };
      },
      { url: playerUrl(`${origin}/player.js`), recordings },
    );
    expect(ends.ran).toEqual([]);
    expect(ends.built).toBeGreaterThan(recordings.length * 0.8);
    expect(ends.reachable).toBe(false);
    for (const frame of page.frames()) {
      const ran = await frame.evaluate(() => 'PWNED' in window).catch(() => false);
      expect(ran).toBe(false);
    }
    expect(asked).toEqual([]);
    expect(page.url()).toBe(`${origin}/`);
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  }
});
