import { describe, expect, it } from 'vitest';
import { Pseudonyms } from '../src/pseudonym';
import { Redactor } from '../src/redact';
import { isCardNumber } from '../src/secret';

const of = (value: string) => new Pseudonyms().of(value);
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a pseudonym', () => {
  it.each<[string, RegExp]>([
    ['ada.lovelace@example.com', /^[a-z]{3}\.[a-z]{8}@[a-z]{7}\.com$/],
    ['0171 2345678', /^\d{4} \d{7}$/],
    ['hunter2!', /^[a-z]{6}\d!$/],
    ['Zürich', /^[A-Z][a-z]{5}$/],
    ['sk_live_abcdEFGH1234', /^sk_live_[a-z]{4}[A-Z]{4}\d{4}$/],
    [
      '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
    ],
    ['deadbeef00112233', /^[\da-f]{16}$/],
    ['98712', /^[1-9]\d{4}$/],
    ['1980-02-28', /^19\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/],
    ['DE89370400440532013000', /^DE\d{20}$/],
  ])('of %s keeps its format', (value, format) => {
    for (let i = 0; i < 20; i++) {
      expect(of(value)).toMatch(format);
      expect(of(value)).not.toBe(value);
    }
  });

  it.each(['4111 1111 1111 1111', '378282246310005', '5500-0055-5555-5559'])(
    'of the card %s passes the check',
    (card) => {
      for (let i = 0; i < 20; i++) {
        const other = of(card);
        expect(isCardNumber(other)).toBe(true);
        expect(other).not.toBe(card);
        expect(other).toHaveLength(card.length);
      }
    },
  );

  it('of an IBAN passes the check', () => {
    const iban = of('DE89370400440532013000');
    const digits = `${iban.slice(4)}1314${iban.slice(2, 4)}`;
    expect(BigInt(digits) % 97n).toBe(1n);
  });

  it('of a JWT can be read, keeps its times, and tells nothing', () => {
    const claims = { sub: 'ada@example.com', exp: 1795442889, n: 12345, roles: ['admin-x'] };
    const jwt = `${base64({ alg: 'HS256' })}.${base64(claims)}.c2lnbmF0dXJlLXg`;
    const [head, body = '', signature] = of(jwt).split('.');
    expect(head).toBe(base64({ alg: 'HS256' }));
    const other = JSON.parse(Buffer.from(body, 'base64url').toString());
    expect(other).toMatchObject({ exp: 1795442889, n: expect.any(Number) });
    expect(other.sub).toMatch(/^[a-z]{3}@[a-z]{7}\.com$/);
    expect(JSON.stringify(other)).not.toMatch(/ada|12345|admin/);
    expect(signature).not.toBe('c2lnbmF0dXJlLXg');
  });

  it('is the same for the same value, and another under another key', () => {
    const key = new Uint32Array([1, 2, 3, 4]);
    const one = new Pseudonyms(key);
    expect(one.of('ada@example.com')).toBe(one.of('ada@example.com'));
    expect(new Pseudonyms(key).of('ada@example.com')).toBe(one.of('ada@example.com'));
    expect(new Pseudonyms().of('ada@example.com')).not.toBe(one.of('ada@example.com'));
    expect(one.of(one.of('ada@example.com'))).toBe(one.of('ada@example.com'));
  });

  it('begins as the pseudonym of the beginning does, for what is typed letter by letter', () => {
    const names = new Pseudonyms();
    const whole = names.of('moon lamp');
    for (let i = 1; i < 9; i++)
      expect(whole.startsWith(names.of('moon lamp'.slice(0, i)))).toBe(true);
    expect(names.of('MOON').toLowerCase()).toBe(names.of('moon'));
  });
});

describe('a redactor with pseudonyms', () => {
  const redactor = () => new Redactor([], new Pseudonyms());

  it('gives one value one pseudonym, wherever it stands', () => {
    const one = redactor();
    const body = JSON.parse(one.json('{"password":"hunter2-x","user":{"note":"hunter2-x"}}'));
    expect(body.password).not.toBe('hunter2-x');
    expect(body.user.note).toBe(body.password);
    expect(one.query('password=hunter2-x')).toBe(`password=${body.password}`);
    expect(one.text('failed for hunter2-x')).toBe(`failed for ${body.password}`);
    expect(one.header('Authorization', 'Bearer hunter2-x')).toBe(`Bearer ${body.password}`);
    expect(one.header('Cookie', 'sid=hunter2-x; a=2222222')).toMatch(`sid=${body.password}; a=`);
  });

  it('keeps the types and names inside of what is secret as a whole', () => {
    const text =
      '{"session":{"id":"abcdef-1","n":12345,"ok":true,"inner":{"list":["x1",null]}},"after":1}';
    const safe = JSON.parse(redactor().json(text));
    expect(safe).toEqual({
      session: {
        id: expect.stringMatching(/^[a-z]{6}-\d$/),
        n: expect.any(Number),
        ok: true,
        inner: { list: [expect.stringMatching(/^[a-z]\d$/), null] },
      },
      after: 1,
    });
    expect(safe.session.n).not.toBe(12345);
  });

  it('leaves file names and decorators alone', () => {
    const text = 'logo@2x.png from @scope/pkg at f@https://shop.test/app.js:1:2';
    expect(redactor().text(text)).toBe(text);
  });
});
