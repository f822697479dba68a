import { defineConfig } from 'vitest/config';

/** The polyfills that the accessible-name library brings along are in every browser that runs this. */
const platform = {
  name: 'platform',
  enforce: 'pre' as const,
  load(id: string) {
    if (/dom-accessibility-api\/.*\/SetLike\.mjs$/.test(id)) return 'export default Set;';
    if (/dom-accessibility-api\/.*\/array\.from\.mjs$/.test(id))
      return 'export default Array.from;';
    return undefined;
  },
};

/** `npm run build` makes the script for pages (`--mode script`) and the module for bundlers. */
export default defineConfig(({ mode }) => {
  const script = mode === 'script';
  return {
    plugins: [platform],
    build: {
      target: 'es2022',
      minify: true,
      sourcemap: true,
      emptyOutDir: !script,
      lib: {
        entry: script ? 'src/script.ts' : 'src/index.ts',
        formats: [script ? 'iife' : 'es'],
        name: 'Suture',
        fileName: () => (script ? 'suture.js' : 'index.js'),
      },
    },
    test: { environment: 'jsdom', include: ['test/**/*.test.ts'] },
  };
});
