import { copyFile, mkdir } from 'node:fs/promises';
import { build } from 'esbuild';

await mkdir('dist', { recursive: true });
await copyFile('index.html', 'dist/index.html');
await build({
  entryPoints: { trips: 'src/index.jsx' },
  outdir: 'dist',
  entryNames: 'js/[name]',
  chunkNames: 'js/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  sourcemap: 'linked',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
