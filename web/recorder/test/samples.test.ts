import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import { beforeAll, describe, expect, it } from 'vitest';

const contract = join(import.meta.dirname, '../../../contract');
const read = async (name: string) => JSON.parse(await readFile(join(contract, name), 'utf8'));

describe('the golden samples of a capture', () => {
  let validate: ValidateFunction;
  let report: ValidateFunction;

  beforeAll(async () => {
    const schema = await read('capture.schema.json');
    const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(schema);
    validate = ajv.getSchema(schema.$id) as ValidateFunction;
    report = ajv.getSchema(`${schema.$id}#/$defs/Report`) as ValidateFunction;
  });

  it('keep the contract', async () => {
    const names = ['page', 'console', 'actions', 'network', 'storage', 'channels', 'random'];
    const parts = await Promise.all(names.map((name) => read(`samples/capture-${name}.json`)));
    validate(Object.fromEntries(names.map((name, i) => [name, parts[i]])));
    expect(validate.errors).toBeNull();
  });

  it('have an event that carries the report', async () => {
    const event = await read('samples/capture-event.json');
    report(event.contexts.suture);
    expect(report.errors).toBeNull();
    expect(event.exception.values.at(-1).stacktrace.frames.at(-1).function).toBe('checkout');
  });

  it('cannot be kept by what breaks it', async () => {
    const page = await read('samples/capture-page.json');
    validate({
      page: { ...page, storage: { local: [1] } },
      console: [{}],
      actions: [],
      network: {},
    });
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual(
      expect.arrayContaining(['/page/storage', '/page/storage/local/0', '/console/0', '/network']),
    );
  });
});
