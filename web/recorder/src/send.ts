import { captureLink, type Dsn, envelopeUrl } from './dsn';
import type { Envelope } from './envelope';

/** How a report ended. */
export type Sent =
  | { readonly kind: 'stored'; readonly id: string; readonly link: string }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly message: string;
      readonly waitSeconds: number;
    }
  | { readonly kind: 'unreachable'; readonly message: string };

export interface SendOptions {
  readonly fetch?: typeof fetch | undefined;
  readonly keepalive?: boolean;
}

export async function send(envelope: Envelope, dsn: Dsn, options: SendOptions = {}): Promise<Sent> {
  let response: Response;
  try {
    response = await (options.fetch ?? fetch)(envelopeUrl(dsn), {
      method: 'POST',
      body: envelope.bytes as BodyInit,
      headers: envelope.gzipped ? { 'Content-Encoding': 'gzip' } : {},
      credentials: 'omit',
      referrerPolicy: 'origin',
      ...(options.keepalive && { keepalive: true }),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      kind: 'unreachable',
      message: `${dsn.server} does not answer (${why}). Check that Suture runs there and that this browser can open it.`,
    };
  }
  if (response.ok) return stored(response, envelope, dsn);
  return {
    kind: 'refused',
    status: response.status,
    message: refusal(response.status, dsn),
    waitSeconds: waitSeconds(response),
  };
}

async function stored(response: Response, envelope: Envelope, dsn: Dsn): Promise<Sent> {
  const answer: unknown = await response.json().catch(() => undefined);
  const given = (answer as { id?: unknown } | undefined)?.id;
  const id =
    typeof given === 'string' && /^[\da-f-]{32,36}$/i.test(given) ? given : envelope.eventId;
  return { kind: 'stored', id, link: captureLink(dsn, id) };
}

function refusal(status: number, { server, project }: Dsn): string {
  switch (status) {
    case 401:
    case 403:
      return `${server} refused the DSN’s key for project ${project}. Copy it again.`;
    case 404:
      return `${server} knows no project ${project}, or is no Suture server. Check the DSN.`;
    case 413:
      return `${server} says that the report is too big. Try again without the screenshot.`;
    case 429:
      return `${server} takes no more reports for now. Try again in a minute.`;
    default:
      return `${server} answered with status ${status}. Its log says why.`;
  }
}

const APPLIES = /^(?:|.*\b(?:default|error|attachment|replay)\b.*)$/;

/** How long to stay away, by `X-Sentry-Rate-Limits` or `Retry-After`. */
export function waitSeconds(response: Response): number {
  const limits = (response.headers.get('x-sentry-rate-limits') ?? '')
    .split(',')
    .map((limit) => limit.trim().split(':'))
    .filter(([, categories = '']) => APPLIES.test(categories))
    .map(([text]) => Number(text))
    .filter((wait) => wait > 0);
  if (limits.length > 0) return Math.max(...limits);
  const after = response.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
  if (seconds > 0) return seconds;
  return response.status === 429 ? 60 : 0;
}
