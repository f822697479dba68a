import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const { metafile } = await build({
  entryPoints: ['src/index.ts'],
  outdir: 'dist/assets',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  sourcemap: true,
  target: 'es2022',
  conditions: ['production'],
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  metafile: true,
});
const [entry] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'src/index.ts');
await mkdir('dist', { recursive: true });
const page = await readFile('index.html', 'utf8');
await writeFile('dist/index.html', page.replace('/src/index.ts', entry.replace('dist', '')));
