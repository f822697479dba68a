import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { join } from 'node:path';
import { CaseError, FAULTS } from './case.mjs';

const SDK = join(FAULTS, '../../../web/sdk/dist/suture.js');
const WEATHER =
  /^(GET|POST|PUT|PATCH|DELETE|ANY) (\S+)((?: (?:status \d+|after \d+|times \d+|skip \d+|body \S+|gone))+)$/;

/** What lies between browsers and an application's server: slow and broken ways, and proxies. */
function readWeather(line) {
  const match = WEATHER.exec(line);
  if (!match) throw new CaseError(`what weather is "${line}"?`);
  const rule = { method: match[1], path: match[2], seen: 0 };
  const words = match[3].trim().split(' ');
  while (words.length > 0) {
    const word = words.shift();
    rule[word] = word === 'gone' ? true : words.shift();
  }
  return rule;
}

const BODIES = {
  html: ['text/html', '<html><head><title>502</title></head><body>Bad gateway</body></html>'],
  error: ['application/json', '{"error":{"code":"internal","message":"Something went wrong"}}'],
  empty: ['application/json', ''],
  problem: ['application/problem+json', '{"title":"Not available","status":503}'],
  null: ['application/json', 'null'],
};

/**
 * The address that a browser sees: it adds the recorder to pages, takes what the recorder sends,
 * lets the case's weather happen and passes the rest on.
 */
export class Site {
  envelopes = [];
  #rules;
  #upstream;
  #head;
  #arrived = [];

  constructor(app, { release, weather, upstream }) {
    this.#rules = weather.map(readWeather);
    this.#upstream = upstream;
    const dsn = `http://corpus@${app.host}/1`;
    this.#head = `<script src="/suture.js" data-dsn="${dsn}" data-release="${release}" data-environment="production"></script>`;
  }

  /** On a port of its own, so that one browser can see many sites, one after the other. */
  async listen(port) {
    this.server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** The first envelope with an error, or nothing after so long. */
  async envelope(milliseconds) {
    if (this.envelopes.length > 0) return this.envelopes[0];
    return Promise.race([
      new Promise((resolve) => this.#arrived.push(resolve)),
      new Promise((resolve) => setTimeout(resolve, milliseconds)),
    ]);
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, 'http://site.invalid');
    if (pathname === '/suture.js') {
      response.setHeader('content-type', 'text/javascript').end(readFileSync(SDK));
      return;
    }
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (pathname.endsWith('/envelope/')) {
      this.envelopes.push(body);
      for (const resolve of this.#arrived.splice(0)) resolve(body);
      response.setHeader('content-type', 'application/json').end('{}');
      return;
    }
    const rule = this.#matching(request);
    if (rule?.after) await new Promise((resolve) => setTimeout(resolve, Number(rule.after)));
    if (rule?.gone) request.socket.destroy();
    else if (rule?.status || rule?.body) {
      const [type, text] = BODIES[rule.body ?? 'error'];
      response.writeHead(Number(rule.status ?? 200), { 'content-type': type }).end(text);
    } else this.#pass(request, body, response);
  }

  #matching(request) {
    const host = request.headers.host ?? '';
    const url = new URL(request.url, `http://${host}`);
    for (const rule of this.#rules) {
      const path = rule.path.startsWith('/') ? url.pathname : `//${url.host}${url.pathname}`;
      const given = rule.path.includes('?') ? path + url.search : path;
      const star = rule.path.indexOf('*');
      const fits = star < 0 ? given === rule.path : given.startsWith(rule.path.slice(0, star));
      if (!fits || (rule.method !== 'ANY' && rule.method !== request.method)) continue;
      rule.seen++;
      if (rule.seen <= Number(rule.skip ?? 0)) continue;
      if (rule.seen - Number(rule.skip ?? 0) > Number(rule.times ?? 1e9)) continue;
      return rule;
    }
    return undefined;
  }

  #pass(request, body, response) {
    const headers = { ...request.headers };
    delete headers['accept-encoding'];
    const passed = ask(
      { port: this.#upstream, path: request.url, method: request.method, headers },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          let content = Buffer.concat(chunks);
          if (answer.headers['content-type']?.startsWith('text/html')) {
            content = Buffer.from(String(content).replace('<head>', `<head>${this.#head}`));
          }
          const kept = { ...answer.headers, 'content-length': content.length };
          delete kept['transfer-encoding'];
          response.writeHead(answer.statusCode, kept).end(content);
        });
      },
    );
    passed.on('error', () => response.writeHead(502).end());
    passed.end(body);
  }
}

/** Starts an application's own server, as its `suture.yml` says, and waits until it is open. */
export async function startServer(folder, command) {
  const [program, ...args] = command.replace(/--port \d+/, '--port 0').split(' ');
  const child = spawn(program, args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  const port = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => reject(new CaseError(`${command} ended: ${said}`)));
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const open = /http:\/\/[^\s:]+:(\d+)/.exec(said);
      if (open) resolve(Number(open[1]));
    });
  });
  return { port, stop: () => child.kill('SIGKILL') };
}
