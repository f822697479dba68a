// The lines that a newcomer pastes; they are complete as they stand.

export const sentrySnippet = (dsn: string): string =>
  `import * as Sentry from '@sentry/browser';

Sentry.init({ dsn: '${dsn}' });`;

export const sdkSnippet = (dsn: string): string =>
  `import { init } from '@suture/sdk';

init({ dsn: '${dsn}' });`;

/** For an agent anywhere, with a token from the account page in its place. */
export const claudeSnippet = (origin: string): string =>
  `claude mcp add --transport http suture ${origin}/mcp --header "Authorization: Bearer TOKEN"`;

export const cursorSnippet = (origin: string): string =>
  JSON.stringify(
    {
      mcpServers: {
        suture: { url: `${origin}/mcp`, headers: { Authorization: 'Bearer TOKEN' } },
      },
    },
    null,
    2,
  );
