/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sampleServer } from './test/sampleServer';

// `npm run dev` answers from the samples under test/; with SUTURE_SERVER=http://127.0.0.1:8080 it
// passes the API on to a running server.
const server = process.env.SUTURE_SERVER;

export default defineConfig(({ command }) => ({
  plugins: [react(), command === 'serve' && !server && sampleServer()],
  server: server ? { proxy: { '/api': { target: server, changeOrigin: true } } } : {},
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { environment: 'jsdom', include: ['test/**/*.test.{ts,tsx}'] },
}));
