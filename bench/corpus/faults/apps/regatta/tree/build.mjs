import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { metafile } = await build({
	entryPoints: { regatta: 'src/index.tsx' },
	outdir: 'dist/assets',
	bundle: true,
	splitting: true,
	format: 'esm',
	target: 'es2022',
	minify: true,
	sourcemap: true,
	jsx: 'automatic',
	jsxImportSource: 'preact',
	entryNames: '[name]-[hash]',
	chunkNames: '[name]-[hash]',
	metafile: true,
});
const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === 'src/index.tsx');
mkdirSync('dist', { recursive: true });
cpSync('regatta.css', 'dist/regatta.css');
writeFileSync('dist/index.html', readFileSync('index.html', 'utf8').replace('/src/index.tsx', entry.replace('dist', '')));
