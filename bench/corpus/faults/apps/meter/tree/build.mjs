import { copyFileSync } from 'node:fs';
import { build } from 'esbuild';

await build({
    entryPoints: ['app/main.js'],
    outfile: 'dist/meter.js',
    bundle: true,
    format: 'iife',
    target: 'es2017',
    loader: { '.hbs': 'text' },
    minify: true,
    sourcemap: true,
    preserveSymlinks: true,
});
copyFileSync('index.html', 'dist/index.html');
copyFileSync('meter.css', 'dist/meter.css');
