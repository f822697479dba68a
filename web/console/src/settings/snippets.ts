// The lines that a newcomer pastes; they are complete as they stand.

export const sentrySnippet = (dsn: string): string =>
  `import * as Sentry from '@sentry/browser';

Sentry.init({ dsn: '${dsn}' });`;

export const sdkSnippet = (dsn: string): string =>
  `import { init } from '@suture/sdk';

init({ dsn: '${dsn}' });`;

export const claudeSnippet = (origin: string): string =>
  `claude mcp add --transport http suture ${origin}/mcp`;

export const cursorSnippet = (origin: string): string =>
  JSON.stringify({ mcpServers: { suture: { url: `${origin}/mcp` } } }, null, 2);
