import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The recorder that the page loads before its own code, where the operator wants one. */
export interface Recorder {
  script: string;
  dsn: string;
}

/**
 * Serves the built front end. Files are read for every request and always revalidated: a tool may
 * rewrite an asset after the build (to give it a debug id) and leave its hashed name as it is.
 * Source maps lie beside the assets for such tools; they have no type here and are not served.
 */
export class Site {
  constructor(
    readonly folder: string,
    readonly recorder: Recorder | undefined,
  ) {}

  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const name = extname(path) === '' ? '/index.html' : path;
    const type = TYPES[extname(name)];
    const content = type && (await this.#read(name));
    if (!type || !content) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.\n');
      return;
    }
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
    const headers = { etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
    if (request.headers['if-none-match']?.includes(etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'content-type': type, 'content-length': content.length });
    response.end(request.method === 'HEAD' ? undefined : content);
  }

  async #read(name: string): Promise<Buffer | undefined> {
    const file = normalize(join(this.folder, name));
    if (!file.startsWith(this.folder + sep) || file.includes('\0')) return undefined;
    try {
      const content = await readFile(file);
      return name === '/index.html' ? this.#withRecorder(content) : content;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  }

  #withRecorder(page: Buffer): Buffer {
    if (!this.recorder) return page;
    const { script, dsn } = this.recorder;
    const tag = `<script src="${escaped(script)}" data-dsn="${escaped(dsn)}"></script>`;
    return Buffer.from(page.toString('utf8').replace('</head>', () => `  ${tag}\n  </head>`));
  }
}

function escaped(text: string): string {
  return text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
