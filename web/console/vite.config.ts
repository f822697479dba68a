/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sampleServer } from './test/sampleServer';

// `npm run dev` and `vite preview` answer from the samples under test/; with
// SUTURE_SERVER=http://127.0.0.1:8080 they pass the API on to a running server.
const server = process.env.SUTURE_SERVER;

// What the server sends with every page, so that the built console is tried under it.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export default defineConfig(({ command }) => ({
  plugins: [react(), command === 'serve' && !server && sampleServer()],
  server: server ? { proxy: { '/api': { target: server, changeOrigin: true } } } : {},
  preview: { headers: { 'Content-Security-Policy': policy } },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ['test/**/*.test.{ts,tsx}'] },
}));
