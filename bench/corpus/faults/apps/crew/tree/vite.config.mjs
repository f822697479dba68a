import { defineConfig } from 'vite';

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  build: {
    sourcemap: true,
    modulePreload: false,
    rollupOptions: {
      output: { manualChunks: (id) => (/node_modules.(react|redux|reselect|immer|@reduxjs|scheduler|use-sync)/.test(id) ? 'frame' : undefined) },
    },
  },
});
