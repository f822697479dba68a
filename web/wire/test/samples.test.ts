import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

const contract = join(import.meta.dirname, '../../../contract');
const read = (path: string): object => JSON.parse(readFileSync(join(contract, path), 'utf8'));

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addFormat(
  'date-time',
  (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
);
ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
const api = read('api.schema.json') as { $id: string; $defs: Record<string, object> };
ajv.addSchema(api);

const samples = readdirSync(join(contract, 'samples')).filter((name) => name.startsWith('api-'));

describe('the samples that the server is tested to write', () => {
  it('are there', () => {
    expect(samples.length).toBeGreaterThan(5);
  });

  it.each(samples)('%s is what the schema says', (file) => {
    const definition = file.slice('api-'.length, -'.json'.length);
    expect(Object.keys(api.$defs)).toContain(definition);
    const validate = ajv.compile({ $ref: `${api.$id}#/$defs/${definition}` });
    validate(read(`samples/${file}`));
    expect(validate.errors).toBeNull();
  });

  it('are refused when a field is there that the schema does not name', () => {
    const validate = ajv.compile({ $ref: `${api.$id}#/$defs/Status` });
    expect(validate({ ...read('samples/api-Status.json'), more: 1 })).toBe(false);
  });
});
