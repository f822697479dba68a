import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Client,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { type BrowserContext, expect, test } from '@playwright/test';
import { Suture } from './suture.ts';

/**
 * A program of the newest official client is let in by a person in Chromium, asks for more when it
 * needs more, and does what it was given to do.
 */
test.describe.configure({ mode: 'serial' });

/** What a program keeps between two answers of the browser. */
class Program implements OAuthClientProvider {
  readonly redirectUrl: string;
  asked: URL | undefined;
  private known: Awaited<ReturnType<OAuthClientProvider['clientInformation']>>;
  private kept: Awaited<ReturnType<OAuthClientProvider['tokens']>>;
  private verifier = '';
  private discovered: OAuthDiscoveryState | undefined;

  constructor(redirectUrl: string) {
    this.redirectUrl = redirectUrl;
  }

  get clientMetadata() {
    return { client_name: 'Mending agent', redirect_uris: [this.redirectUrl] };
  }

  clientInformation() {
    return this.known;
  }

  saveClientInformation(information: NonNullable<typeof this.known>) {
    this.known = information;
  }

  tokens() {
    return this.kept;
  }

  saveTokens(tokens: NonNullable<typeof this.kept>) {
    this.kept = tokens;
  }

  redirectToAuthorization(url: URL) {
    this.asked = url;
  }

  saveCodeVerifier(verifier: string) {
    this.verifier = verifier;
  }

  codeVerifier() {
    return this.verifier;
  }

  invalidateCredentials(what: string) {
    if (what === 'tokens') this.kept = undefined;
  }

  saveDiscoveryState(state: OAuthDiscoveryState) {
    this.discovered = state;
  }

  discoveryState() {
    return this.discovered;
  }
}

let suture: Suture;
let person: BrowserContext;
let callback: Server;
let arrived: (back: URLSearchParams) => void;
let program: Program;
let client: Client;
let transport: StreamableHTTPClientTransport;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  suture = await Suture.up();
  person = await browser.newContext();
  await suture.signIn(person);
  const made = await suture.fetch('/api/v1/projects', {
    method: 'POST',
    body: JSON.stringify({ slug: 'shop' }),
  });
  const { dsn } = (await made.json()) as { dsn: string };
  await fail(dsn);
  callback = createServer((request, answer) => {
    answer.end('You can close this page.');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/callback') arrived(url.searchParams);
  });
  await new Promise<void>((ready) => callback.listen(0, '127.0.0.1', ready));
  const { port } = callback.address() as AddressInfo;
  program = new Program(`http://127.0.0.1:${port}/callback`);
});

test.afterAll(async () => {
  await client?.close();
  callback?.close();
  await person?.close();
  await suture?.down();
});

async function fail(dsn: string): Promise<void> {
  const { username, host, pathname } = new URL(dsn);
  const id = randomBytes(16).toString('hex');
  const event = {
    event_id: id,
    platform: 'javascript',
    timestamp: Date.now() / 1000,
    exception: { values: [{ type: 'TypeError', value: 'the cart is empty' }] },
  };
  const lines = [{ event_id: id }, { type: 'event' }, event].map((line) => JSON.stringify(line));
  const answer = await fetch(
    `http://${host}/api${pathname}/envelope/?sentry_key=${username}&sentry_version=7`,
    { method: 'POST', body: lines.join('\n') },
  );
  expect(answer.status).toBe(200);
  await expect(async () => {
    expect((await suture.fetch('/api/v1/issues/shop-1')).status).toBe(200);
  }).toPass();
}

function connection(): StreamableHTTPClientTransport {
  return new StreamableHTTPClientTransport(new URL(`${suture.url}/mcp`), {
    authProvider: program,
  });
}

/** The person reads the question, ticks what the program may do, and lets it in. */
async function consent(ticks: RegExp[]): Promise<URLSearchParams> {
  const asked = program.asked;
  if (!asked) throw new Error('the program has asked for nothing');
  const back = new Promise<URLSearchParams>((resolve) => {
    arrived = resolve;
  });
  const page = await person.newPage();
  await page.goto(asked.href);
  await expect(page.getByText('Mending agent')).toBeVisible();
  await expect(page.getByText('nobody: it registered itself')).toBeVisible();
  for (const tick of ticks) await page.getByLabel(tick).check();
  await page.getByRole('button', { name: 'Let it in' }).click();
  const answer = await back;
  await page.close();
  program.asked = undefined;
  return answer;
}

const call = (name: string, args: Record<string, unknown>) =>
  client.callTool({ name, arguments: args }) as Promise<{
    content: { text?: string }[];
    structuredContent?: Record<string, unknown>;
    isError?: boolean;
  }>;

test('who is let in to read reads, and is asked for no more', async () => {
  client = new Client(
    { name: 'mending-agent', version: '1.0.0' },
    { versionNegotiation: { mode: 'auto' } },
  );
  transport = connection();
  await expect(client.connect(transport)).rejects.toThrow(UnauthorizedError);
  expect(program.asked?.searchParams.get('scope')).toBe('failure:read');
  expect(program.asked?.searchParams.get('code_challenge_method')).toBe('S256');
  expect(program.asked?.searchParams.get('resource')).toBe(`${suture.url}/mcp`);

  await transport.finishAuth(await consent([]));
  expect(program.tokens()?.scope).toBe('failure:read');
  client = new Client(
    { name: 'mending-agent', version: '1.0.0' },
    { versionNegotiation: { mode: 'auto' } },
  );
  transport = connection();
  await client.connect(transport);
  const found = await call('suture_find_failures', {});
  expect(found.structuredContent).toMatchObject({ failures: [{ id: 'shop-1' }] });
});

test('a tool that writes asks the person for the scope that it needs', async () => {
  const page = await person.newPage();
  await page.goto(`${suture.url}/issues/shop-1`);
  await page.getByRole('textbox', { name: 'Agent' }).fill('mender');
  await page.getByLabel('What is wanted').fill('Find out why the cart is empty.');
  await page.getByRole('button', { name: 'Give it to the agent' }).click();
  await expect(page.getByText('waits for an agent to take it')).toBeVisible();
  await page.close();

  await expect(call('suture_task', { action: 'take', id: 'agent:mender' })).rejects.toThrow(
    UnauthorizedError,
  );
  expect(program.asked?.searchParams.get('scope')?.split(' ').sort()).toEqual([
    'failure:read',
    'hotfix:write',
  ]);
  await transport.finishAuth(await consent([/Take tasks/]));
  expect(program.tokens()?.scope?.split(' ').sort()).toEqual(['failure:read', 'hotfix:write']);
});

test('the task is taken only when a person stands behind its failure', async () => {
  const refused = await call('suture_task', { action: 'take', id: 'agent:mender' });
  expect(refused.isError).toBe(true);
  expect(refused.content[0]?.text).toContain('No tool can.');

  const page = await person.newPage();
  await page.goto(`${suture.url}/issues/shop-1`);
  await page.getByRole('button', { name: 'Let agents act on it' }).click();
  await expect(page.getByRole('button', { name: 'Take that back' })).toBeVisible();

  const taken = await call('suture_task', { action: 'take', id: 'agent:mender' });
  expect(taken.content[0]?.text).toContain('Find out why the cart is empty.');
  const { lease, tasks } = taken.structuredContent as { lease: string; tasks: { id: string }[] };
  const id = tasks[0]?.id;
  await call('suture_task', { action: 'progress', id, lease, text: 'It is an empty list.' });
  const done = await call('suture_task', {
    action: 'done',
    id,
    lease,
    text: 'The service answers no items.',
  });
  expect(done.isError ?? false).toBe(false);
  await page.reload();
  await expect(page.getByText('The service answers no items.').first()).toBeVisible();
  await page.close();
});

test('each consent is listed on the page of the account, and who is shut out there is out', async () => {
  const page = await person.newPage();
  await page.goto(`${suture.url}/account`);
  const row = page.locator('li, tr').filter({ hasText: 'Mending agent' });
  await expect(row).toHaveCount(2);
  for (const left of [1, 0]) {
    await row.getByRole('button').first().click();
    await expect(row).toHaveCount(left);
  }
  await page.close();
  await expect(call('suture_find_failures', {})).rejects.toThrow(UnauthorizedError);
});
