import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ build: { target: 'es2022' } }),
  manifest: ({ browser }) => ({
    name: 'Suture',
    description:
      'Report a bug with the last two minutes of the page: replay, requests, console, errors.',
    permissions: ['storage', 'tabs'],
    host_permissions: ['<all_urls>'],
    action: { default_title: 'Report a bug with Suture' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'extension@suture.dev', strict_min_version: '128.0' },
          },
        }
      : { minimum_chrome_version: '111' }),
  }),
});
