// node browser.mjs CLIENT FILE: one script with a browser client in it, as `Client`.
import { build } from 'esbuild';

const [client, outfile] = process.argv.slice(2);
await build({
  stdin: { contents: `export * from '${client}'`, resolveDir: import.meta.dirname },
  bundle: true,
  format: 'iife',
  globalName: 'Client',
  platform: 'browser',
  outfile,
});
