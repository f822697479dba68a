import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { answerApi } from './api.ts';
import { Shop } from './shop.ts';
import { type Recorder, Site } from './site.ts';

const USAGE = 'Usage: node server.mjs [--port N] [--host ADDRESS] [--exit-with-parent]';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4173' },
        host: { type: 'string', default: '127.0.0.1' },
        'exit-with-parent': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65535) fail(`--port takes 0 to 65535.\n${USAGE}`);
    return { port, host: values.host, exitWithParent: values['exit-with-parent'] };
  } catch (error) {
    return fail(`${(error as Error).message}\n${USAGE}`);
  }
}

function recorder(): Recorder | undefined {
  const { SUTURE_SDK_URL: script, SUTURE_DSN: dsn } = process.env;
  if (!script && !dsn) return undefined;
  if (!script || !dsn) fail('SUTURE_SDK_URL and SUTURE_DSN go together: set both or neither.');
  return { script, dsn };
}

const { port, host, exitWithParent } = options();
const shop = new Shop();
const site = new Site(fileURLToPath(new URL('public', import.meta.url)), recorder());

function pathOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://shop.invalid').pathname);
  } catch {
    return undefined;
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  if (path === undefined) response.writeHead(400).end('The address cannot be read.\n');
  else if (path.startsWith('/api/')) await answerApi(shop, path, request, response);
  else await site.answer(path, request, response);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end('The shop made a mistake.\n');
  });
});
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') fail(`Port ${port} is in use: choose another with --port.`);
  fail(`The shop cannot listen on ${host}:${port}: ${error.message}`);
});
server.listen(port, host, () => {
  const { port: bound } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  console.log(`The shop is open at http://${name}:${bound}/`);
});

if (exitWithParent) {
  process.stdin.on('end', () => process.exit(0));
  process.stdin.on('error', () => process.exit(0));
  process.stdin.resume();
}
