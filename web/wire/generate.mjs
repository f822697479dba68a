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
