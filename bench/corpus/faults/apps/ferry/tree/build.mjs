import { cp, readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const result = await build({
  entryPoints: ['web/main.js'],
  outdir: 'dist/js',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  sourcemap: true,
  target: 'es2022',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  metafile: true,
});
const [main] = Object.entries(result.metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'web/main.js');
const page = await readFile('web/index.html', 'utf8');
await writeFile('dist/index.html', page.replace('./main.js', main.replace('dist', '')));
await cp('web/ferry.css', 'dist/ferry.css');
