/** Where captures go: `{scheme}://{key}@{host}{path}/{project}`. */
export interface Dsn {
  readonly text: string;
  readonly key: string;
  readonly project: string;
  /** Origin and path of the server, without a slash at the end. */
  readonly server: string;
}

export class DsnError extends Error {
  override name = 'DsnError';
}

const SHAPE =
  'A DSN looks like https://KEY@suture.example.com/1; copy it from the project’s settings.';

export function parseDsn(text: string): Dsn {
  const trimmed = text.trim();
  if (!trimmed) throw new DsnError(`The DSN is empty. ${SHAPE}`);
  let url: URL;
  try {
    url = new URL(trimmed);
  } catch {
    throw new DsnError(`The DSN is no URL. ${SHAPE}`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new DsnError(
      `The DSN begins with ${url.protocol}//, not with https:// or http://. ${SHAPE}`,
    );
  }
  if (!/^[\w-]{4,128}$/.test(url.username)) {
    throw new DsnError(`The DSN has no key before the “@”. ${SHAPE}`);
  }
  const path = url.pathname.replace(/\/+$/, '');
  const slash = path.lastIndexOf('/');
  const project = path.slice(slash + 1);
  if (!/^[\w-]{1,64}$/.test(project)) {
    throw new DsnError(`The DSN names no project behind the last “/”. ${SHAPE}`);
  }
  return {
    text: trimmed,
    key: url.username,
    project,
    server: url.origin + path.slice(0, slash),
  };
}

export function envelopeUrl({ server, project, key }: Dsn): string {
  return `${server}/api/${project}/envelope/?sentry_key=${key}&sentry_version=7`;
}

export function captureLink({ server }: Dsn, eventId: string): string {
  return `${server}/captures/${eventId}`;
}
