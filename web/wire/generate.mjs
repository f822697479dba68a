// Writes src/*.ts from contract/*.schema.json, so that the page, the extension and the console speak
// the words that the server is tested against.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const here = dirname(fileURLToPath(import.meta.url));
const contract = join(here, '../../contract');

await mkdir(join(here, 'src'), { recursive: true });
for (const name of ['capture', 'api']) {
  const schema = JSON.parse(await readFile(join(contract, `${name}.schema.json`), 'utf8'));
  const source = await compile(schema, name, {
    bannerComment: `// Generated from contract/${name}.schema.json by web/wire/generate.mjs.`,
    unreachableDefinitions: true,
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 100 },
  });
  await writeFile(join(here, 'src', `${name}.ts`), source);
}

// The failure bundle's schema stands alone too, for whoever reads bundles: what it needs of the API's.
const api = JSON.parse(await readFile(join(contract, 'api.schema.json'), 'utf8'));
const needed = new Set();
function need(name) {
  if (!needed.has(name)) {
    needed.add(name);
    for (const [, next] of JSON.stringify(api.$defs[name]).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      need(next);
    }
  }
}
need('Bundle');
const bundle = {
  $schema: api.$schema,
  $id: 'https://suture.dev/contract/bundle.schema.json',
  title: 'Failure bundle',
  $ref: '#/$defs/Bundle',
  $defs: Object.fromEntries(Object.entries(api.$defs).filter(([name]) => needed.has(name))),
};
await writeFile(join(contract, 'bundle.schema.json'), `${JSON.stringify(bundle, null, 2)}\n`);
