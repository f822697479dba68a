// How the recorder in the page's own world and the extension's script beside it talk: through a
// port that is handed over before the page's first script runs, so that the page never sees it.

/** The first message, which carries the port. */
export const HANDSHAKE = 'suture:port';

export type Ask = 'summary' | 'capture';

export interface Question {
  readonly id: number;
  readonly ask: Ask;
}

export interface Answer {
  readonly id: number;
  /** JSON; empty when it could not be made. */
  readonly json: string;
}

export interface Handshake {
  readonly kind: typeof HANDSHAKE;
  /** The name of the event in which a page that goes hands its capture over; unknown to the page. */
  readonly carry: string;
}

export function isHandshake(data: unknown): data is Handshake {
  return typeof data === 'object' && data !== null && (data as Handshake).kind === HANDSHAKE;
}
