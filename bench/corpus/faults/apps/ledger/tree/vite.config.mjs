import { defineConfig } from 'vite';

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  build: {
    outDir: 'build',
    sourcemap: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: { manualChunks: (id) => (id.includes('node_modules') ? 'react' : undefined) },
    },
  },
});
