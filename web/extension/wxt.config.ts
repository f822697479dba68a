import { defineConfig } from 'wxt';
import { slim } from '../recorder/slim';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [slim()], build: { target: 'es2022' } }),
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
            gecko: {
              id: 'extension@suture.dev',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['websiteContent', 'websiteActivity'] },
            },
          },
        }
      : { minimum_chrome_version: '111' }),
  }),
});
