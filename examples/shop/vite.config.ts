import { defineConfig } from 'vite';
import { name, version } from './package.json';

export default defineConfig({
  build: { outDir: 'dist/public', sourcemap: true },
  plugins: [
    {
      name: 'release',
      transformIndexHtml: () => [
        {
          tag: 'meta',
          attrs: { name: 'release', content: `${name}@${version}` },
          injectTo: 'head',
        },
      ],
    },
  ],
});
