import { cp, readFile } from 'node:fs/promises'
import babel from '@babel/core'
import solid from 'babel-preset-solid'
import { build } from 'esbuild'

/** JSX becomes templates and effects before the bundler sees it. */
const solidPlugin = {
  name: 'solid',
  setup({ onLoad }) {
    onLoad({ filter: /src\/.*\.tsx$/ }, async ({ path }) => {
      const filename = path.slice(path.lastIndexOf('/src/') + 1)
      const { code } = babel.transform(await readFile(path, 'utf8'), {
        filename,
        presets: [solid, 'typescript'],
        sourceMaps: 'inline',
        sourceFileName: filename.slice(filename.lastIndexOf('/') + 1),
      })
      return { contents: code, loader: 'js' }
    })
  },
}

await build({
  entryPoints: { app: 'src/index.tsx' },
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  minify: true,
  sourcemap: true,
  preserveSymlinks: true,
  conditions: ['browser', 'production'],
  plugins: [solidPlugin],
})
for (const file of ['index.html', 'piste.css']) await cp(file, `dist/${file}`)
