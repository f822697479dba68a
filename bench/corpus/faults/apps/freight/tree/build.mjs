import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { metafile } = await build({
  entryPoints: { freight: 'src/main.tsx', vendor: 'src/vendor.ts' },
  outdir: 'dist/static',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  sourcemap: true,
  target: 'es2020',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  entryNames: '[name].[hash]',
  chunkNames: '[name].[hash]',
  metafile: true,
});
const [script] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'src/main.tsx');
const page = readFileSync('index.html', 'utf8');
writeFileSync('dist/index.html', page.replace('/src/main.tsx', script.replace('dist', '')));
