import { defineConfig } from 'vitest/config';
import { slim } from '../recorder/slim';

/** `npm run build` makes the script for pages (`--mode script`) and the module for bundlers. */
export default defineConfig(({ mode }) => {
  const script = mode === 'script';
  return {
    plugins: [slim()],
    build: {
      target: 'es2022',
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        toplevel: script,
        compress: {
          passes: 4,
          unsafe: true,
          unsafe_arrows: true,
          unsafe_methods: true,
          pure_funcs: ['console.warn'],
        },
        format: { comments: false },
      },
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
