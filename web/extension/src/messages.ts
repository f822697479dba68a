import type { Sent } from '@suture/recorder';

/** What popup and background ask of a page; the answer is JSON, empty when it could not be made. */
export interface PageQuestion {
  readonly kind: 'summary' | 'capture';
}

/** What a page hands over when it goes. */
export interface ToBackground {
  readonly kind: 'carry';
  readonly capture: string;
}

/** What the popup asks the background to send. */
export interface ReportRequest {
  readonly tabId: number;
  readonly dsn: string;
  readonly title: string;
  readonly note: string;
  /** A data URL. */
  readonly screenshot?: string | undefined;
}

export type Progress =
  | { readonly stage: 'collecting' | 'packing' | 'sending' }
  | { readonly stage: 'done'; readonly sent: Sent }
  | { readonly stage: 'failed'; readonly message: string };

export const REPORT_PORT = 'report';

export function isPageQuestion(message: unknown): message is PageQuestion {
  const kind = (message as PageQuestion | null)?.kind;
  return kind === 'summary' || kind === 'capture';
}

export function isCarry(message: unknown): message is ToBackground {
  const carry = message as ToBackground | null;
  return carry?.kind === 'carry' && typeof carry.capture === 'string';
}
