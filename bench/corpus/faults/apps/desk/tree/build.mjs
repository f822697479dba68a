import { build } from 'esbuild';

await build({
  entryPoints: ['web/desk.js'],
  outdir: 'dist/static',
  bundle: true,
  minify: true,
  sourcemap: true,
  format: 'iife',
  target: 'es2020',
});
