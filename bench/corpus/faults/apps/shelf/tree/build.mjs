import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const built = await build({
  entryPoints: { app: 'src/main.tsx', vendor: 'src/vendor.ts' },
  outdir: 'dist/assets',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  sourcemap: true,
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  metafile: true,
});
const entry = Object.entries(built.metafile.outputs).find(
  ([, { entryPoint }]) => entryPoint === 'src/main.tsx',
);
const page = readFileSync('index.html', 'utf8');
writeFileSync('dist/index.html', page.replace('/src/main.tsx', entry[0].replace('dist', '')));
