import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';

/** The root of the checkout that is tested. */
export const home = fileURLToPath(new URL('../..', import.meta.url));

/** A port that nobody listens on, with the next one free as well: the demo's shop takes that. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await listenOn(0);
    if (port && (await listenOn(port + 1))) return port;
  }
}

function listenOn(wanted: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(0));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Who owns a server of a test. */
export const owner = {
  name: 'Olga Owner',
  email: 'olga@shop.example',
  password: 'a till that never rings',
};

/** A server started as a newcomer starts it, with a data folder of its own. */
export class Suture {
  readonly data: string;
  printed = '';
  private owned = false;

  private constructor(
    readonly port: number,
    private readonly process: ChildProcess,
    data: string,
  ) {
    this.data = data;
    process.stdout?.on('data', (chunk) => {
      this.printed += chunk;
    });
    process.stderr?.on('data', (chunk) => {
      this.printed += chunk;
    });
  }

  static async up(...more: string[]): Promise<Suture> {
    const data = mkdtempSync(join(tmpdir(), 'suture-e2e-'));
    const port = await freePort();
    const started = spawn(
      join(home, 'suture'),
      ['up', '--port', String(port), '--data', data, ...more],
      { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const suture = new Suture(port, started, data);
    await suture.healthy();
    return suture;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The first group of a pattern in what `up` printed, as soon as it is there. */
  async says(pattern: RegExp): Promise<string> {
    for (let tries = 0; tries < 300; tries++) {
      const found = pattern.exec(this.printed)?.[1];
      if (found) return found;
      await new Promise((wait) => setTimeout(wait, 200));
    }
    throw new Error(`up never printed ${pattern}:\n${this.printed}`);
  }

  /** Runs a command of ours against this server. */
  run(...words: string[]): { status: number; out: string } {
    try {
      const out = execFileSync(join(home, 'suture'), words, {
        encoding: 'utf8',
        env: this.environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return { status: 0, out };
    } catch (failure) {
      const { status, stdout, stderr } = failure as {
        status: number;
        stdout: string;
        stderr: string;
      };
      return { status, out: stdout + stderr };
    }
  }

  /** What a program of ours needs to find this server and to sign in to it. */
  get environment(): Record<string, string> {
    return {
      ...(process.env as Record<string, string>),
      SUTURE_URL: this.url,
      SUTURE_DATA: this.data,
    };
  }

  /** The token of whoever runs the server. */
  get token(): string {
    return readFileSync(join(this.data, 'operator.token'), 'utf8').trim();
  }

  /** A request to the operator's side, signed in by the token. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, Authorization: `Bearer ${this.token}` };
    return fetch(`${this.url}${path}`, { ...init, headers });
  }

  /** Signs a browser in as the owner; the first time by the one-time link that `up` printed. */
  async signIn(context: BrowserContext): Promise<void> {
    const page = await context.newPage();
    if (this.owned) {
      const answer = await context.request.post(`${this.url}/api/v1/sign-in`, {
        headers: { Origin: this.url },
        data: { email: owner.email, password: owner.password },
      });
      if (!answer.ok()) throw new Error(`sign-in: ${await answer.text()}`);
    } else {
      await page.goto(await this.says(/^ *sign in +(\S+)/m));
      await page.getByLabel('Name').fill(owner.name);
      await page.getByLabel('E-mail').fill(owner.email);
      await page.getByLabel('Password', { exact: true }).fill(owner.password);
      await page.getByRole('button', { name: 'Create the account' }).click();
      await page.waitForURL(`${this.url}/`);
      this.owned = true;
    }
    await page.close();
  }

  async down(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await gone;
    rmSync(this.data, { recursive: true, force: true });
  }

  private async healthy(): Promise<void> {
    for (let tries = 0; tries < 900; tries++) {
      if (this.process.exitCode !== null) throw new Error(`up ended:\n${this.printed}`);
      const answer = await fetch(`${this.url}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((wait) => setTimeout(wait, 200));
    }
    throw new Error(`up never became healthy:\n${this.printed}`);
  }
}
