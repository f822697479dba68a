import { cp, readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const { metafile } = await build({
  entryPoints: ['web/main.js'],
  outdir: 'dist/js',
  entryNames: 'toll-[hash]',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  metafile: true
})

const script = Object.keys(metafile.outputs).find((path) => path.endsWith('.js')).replace('dist', '')
const page = await readFile('web/index.html', 'utf8')
await cp('web/toll.css', 'dist/toll.css')
await writeFile('dist/index.html', page.replace('/main.js', script))
