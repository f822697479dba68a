// What the page script costs: its size, and in Chromium the time that it adds, beside rrweb alone.
// `node bench/recorder/bench.mjs` after `./suture build`; CHROMIUM names the browser, ROUNDS how often.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync, gzipSync } from 'node:zlib';

const web = new URL('../../web/', import.meta.url);
const { chromium } = createRequire(new URL('e2e/', web))('@playwright/test');
const ours = readFileSync(new URL('sdk/dist/suture.js', web), 'utf8');
const rrweb = `${readFileSync(new URL('node_modules/@rrweb/record/dist/record.umd.cjs', web), 'utf8')}
  ;(globalThis.rrwebRecord ?? globalThis.rrweb).record({ emit() {}, recordAfter: 'DOMContentLoaded', maskAllInputs: true });`;
const rounds = Number(process.env.ROUNDS ?? 5);
const dsn = 'https://0123456789abcdef0123456789abcdef@bench.test/1';
const recorders = {
  off: '',
  rrweb: '<script src="/rrweb.js"></script>',
  suture: `<script src="/suture.js" data-dsn="${dsn}"></script>`,
};

const rows = (n) =>
  Array.from(
    { length: n },
    (_, i) => `<tr><td>${i}</td><td class="name">Row ${i}</td><td><b>${i * 7}</b></td></tr>`,
  ).join('');
const pages = {
  simple: '<h1>Hello</h1><p>A page.</p><button id="go">Go</button>',
  heavy: `<table>${rows(2000)}</table><button id="go">Go</button>`,
};
const work = `<script>
  globalThis.tasks = [];
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) tasks.push(duration); })
    .observe({ type: 'longtask', buffered: true });
  globalThis.insert = async () => {
    const start = performance.now();
    const body = document.body.appendChild(document.createElement('table'));
    for (let i = 0; i < 1000; i++) {
      const row = body.insertRow();
      for (let cell = 0; cell < 5; cell++) row.insertCell().textContent = 'cell ' + i + ' ' + cell;
    }
    body.offsetHeight;
    await new Promise((next) => setTimeout(next, 0));
    return performance.now() - start;
  };
</script>`;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const blocking = (tasks) => tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);
const figures = {};
const sizes = [];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (let round = 0; round < rounds; round++) {
  for (const [kind, html] of Object.entries(pages)) {
    for (const [name, script] of Object.entries(recorders)) {
      const page = await browser.newPage();
      await page.route('**/*', (route) => {
        const url = route.request().url();
        if (url.includes('/envelope/')) {
          const packed = route.request().postDataBuffer();
          sizes.push({ kind, packed: packed.byteLength, whole: gunzipSync(packed).byteLength });
          return route.fulfill({ json: {}, headers: { 'Access-Control-Allow-Origin': '*' } });
        }
        const type = url.endsWith('.js') ? 'text/javascript' : 'text/html';
        const body = url.endsWith('suture.js')
          ? ours
          : url.endsWith('rrweb.js')
            ? rrweb
            : `<!doctype html>${script}${work}${html}`;
        return route.fulfill({ contentType: type, body });
      });
      await page.goto('https://bench.test/', { waitUntil: 'load' });
      await page.waitForTimeout(500);
      const load = await page.evaluate(() => globalThis.tasks.splice(0));
      const insert = await page.evaluate(() => globalThis.insert());
      if (name === 'suture') {
        await page.evaluate(() => globalThis.tasks.splice(0));
        await page.evaluate(() => globalThis.Suture.report().catch(() => {}));
        await page.waitForTimeout(200);
        (figures[`${kind} capture`] ??= []).push(
          Math.max(0, ...(await page.evaluate(() => globalThis.tasks))),
        );
      }
      (figures[`${kind} ${name} blocking`] ??= []).push(blocking(load));
      (figures[`${kind} ${name} longest`] ??= []).push(Math.max(0, ...load));
      (figures[`${kind} ${name} insert`] ??= []).push(insert);
      await page.close();
    }
  }
}
await browser.close();

const at = (key) => median(figures[key]);
const gz = (text) => gzipSync(text, { level: 9 }).byteLength / 1024;
const print = (what, figure, goal) =>
  console.log(`${what.padEnd(62)} ${figure.padStart(12)}   ${goal}`);
const ms = (value) => `${value.toFixed(0)} ms`;
print('script, gzipped', `${gz(ours).toFixed(1)} KB`, 'goal 40 KB');
for (const [kind, goal] of [
  ['simple', 50],
  ['heavy', 200],
]) {
  const off = at(`${kind} off blocking`);
  print(
    `${kind} page: blocking time added`,
    ms(at(`${kind} suture blocking`) - off),
    `goal ${goal} ms`,
  );
  print(
    `${kind} page: blocking time added by rrweb alone`,
    ms(at(`${kind} rrweb blocking`) - off),
    '',
  );
}
print(
  '10,000 elements: longest task while loading, without a recorder',
  ms(at('heavy off longest')),
  '',
);
print('10,000 elements: the same, recorded', ms(at('heavy suture longest')), '');
print(
  '10,000 elements: longest task while a capture is taken',
  ms(at('heavy capture')),
  'goal 50 ms',
);
print(
  '1,000 rows inserted, recorded against not',
  `${(at('simple suture insert') / at('simple off insert')).toFixed(2)} x`,
  'goal 2 x',
);
print(
  '1,000 rows inserted, rrweb alone against not',
  `${(at('simple rrweb insert') / at('simple off insert')).toFixed(2)} x`,
  '',
);
print(
  'capture, packed, median',
  `${(median(sizes.map(({ packed }) => packed)) / 1024).toFixed(0)} KB`,
  'goal 1,024 KB',
);
print(
  'capture, packed, largest',
  `${(Math.max(...sizes.map(({ packed }) => packed)) / 1024).toFixed(0)} KB`,
  'goal 8,192 KB',
);
