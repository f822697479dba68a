import type { Capture } from '../src/capture';

export function captureOf(page: Partial<Capture['parts']['page']> = {}): Capture {
  return {
    parts: {
      page: {
        url: 'https://shop.test/cart',
        viewport: { width: 800, height: 600, scale: 1 },
        userAgent: 'Test',
        window: { from: 1_000_000, to: 1_060_000 },
        storage: { local: [], session: [], cookies: [] },
        recorder: { name: 'suture.sdk', version: '0.1.0' },
        coverage: { redacted: 0, truncatedBodies: 0, dropped: 0, notes: [] },
        ...page,
      },
      console: [],
      actions: [],
      network: {
        log: { version: '1.2', creator: { name: 'suture', version: '0.1.0' }, entries: [] },
      },
    },
    replay: [],
    failures: [],
    images: [],
  };
}
