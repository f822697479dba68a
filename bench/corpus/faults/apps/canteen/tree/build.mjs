import { cpSync } from 'node:fs';
import { build } from 'esbuild';

await build({
    entryPoints: ['src/index.jsx'],
    outfile: 'dist/bundle.js',
    bundle: true,
    minify: true,
    sourcemap: true,
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"' },
});
cpSync('public', 'dist', { recursive: true });
