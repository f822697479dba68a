import { describe, expect, it } from 'vitest';
import { Redactor } from '../src/redact';
import { isCardNumber } from '../src/secret';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N';
const CARD = '4111 1111 1111 1111';
const CANARY = 'canary-7f3a91';

const bodies: [where: string, text: string, mimeType: string, leak: string][] = [
  ['a JSON value', `{"user":"ada","password":"${CANARY}"}`, 'application/json', CANARY],
  ['a spaced JSON value', `{ "apiKey" :\n "${CANARY}" }`, 'application/json', CANARY],
  [
    'a nested JSON object',
    `{"credentials":{"login":"${CANARY}"},"n":1}`,
    'application/json',
    CANARY,
  ],
  ['a JSON list', `{"secrets":["${CANARY}",["x"]],"n":1}`, 'application/json', CANARY],
  ['a JSON number', '{"cvv":98712,"n":1}', 'application/json', '98712'],
  ['JSON in a JSON string', JSON.stringify({ raw: JSON.stringify({ token: CANARY }) }), '', CANARY],
  ['JSON cut at a limit', `{"a":[1,2],"refresh_token":"${CANARY}`, 'application/json', CANARY],
  ['JSON lines', `{"token":"${CANARY}"}\n{"token":"${CANARY}"}`, 'application/x-ndjson', CANARY],
  ['a card number in JSON text', `{"note":"card ${CARD} ok"}`, 'application/json', '4111 1111'],
  ['a card number as a JSON number', '{"pan":4111111111111111}', 'application/json', '411111'],
  ['a token under a plain name', `{"value":"${JWT}"}`, 'application/json', JWT],
  ['a form', `user=ada&password=${CANARY}&x=1`, 'application/x-www-form-urlencoded', CANARY],
  [
    'a form with an escaped name',
    `user%5Bpassword%5D=${CANARY}`,
    'application/x-www-form-urlencoded',
    CANARY,
  ],
  [
    'a card number in a form',
    'pan=4111+1111+1111+1111',
    'application/x-www-form-urlencoded',
    '1111',
  ],
  [
    'JSON in a form',
    `data=${encodeURIComponent(`{"secret":"${CANARY}"}`)}`,
    'application/x-www-form-urlencoded',
    CANARY,
  ],
  ['an XML element', `<login><passwd>${CANARY}</passwd></login>`, 'text/xml', CANARY],
  [
    'a hidden HTML field',
    `<input type="hidden" name="csrf_token" value="${CANARY}">`,
    'text/html',
    CANARY,
  ],
  ['an HTML meta', `<meta content="${CANARY}" name="csrf-token">`, 'text/html', CANARY],
  ['a log line', `login failed password=${CANARY} user=ada`, 'text/plain', CANARY],
  ['a quoted log line', `password: "${CANARY} with spaces"`, 'text/plain', 'with spaces'],
  ['an escaped log line', `said {\\"password\\":\\"${CANARY}\\"}`, 'text/plain', CANARY],
  ['a nested log line', `body: password=${CANARY}`, 'text/plain', CANARY],
  ['a bearer token', 'sent Bearer abcdef0123456789', 'text/plain', 'abcdef0123456789'],
  ['basic credentials', 'Authorization: Basic dXNlcjpwYXNz0w==', 'text/plain', 'dXNlcjpwYXNz'],
  ['a JWT', `got ${JWT}`, 'text/plain', JWT],
  ['a payment key', 'key sk_live_abcdefghijklmnop', 'text/plain', 'sk_live_abc'],
  ['a forge token', `ghp_${'a1'.repeat(18)}`, 'text/plain', 'a1a1'],
  ['a card number', `paid with ${CARD}.`, 'text/plain', '4111'],
  ['a dashed card number', 'paid with 5500-0055-5555-5559', 'text/plain', '5500'],
  [
    'the user info of a URL',
    `fetch https://ada:${CANARY}@example.test/x failed`,
    'text/plain',
    CANARY,
  ],
  [
    'a query in a text',
    `GET https://example.test/x?access_token=${CANARY}&b=1 failed`,
    'text/plain',
    CANARY,
  ],
  ['a cookie text', `theme=dark; sid=${CANARY}`, 'text/plain', CANARY],
  [
    'a private key',
    `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}\n-----END RSA PRIVATE KEY-----`,
    '',
    CANARY,
  ],
];

describe('Redactor', () => {
  it.each(bodies)('takes the secret out of %s', (_, text, mimeType, leak) => {
    const redactor = new Redactor();
    expect(redactor.body(text, mimeType)).not.toContain(leak);
    expect(redactor.count).toBeGreaterThan(0);
  });

  it('keeps JSON JSON, and every other byte of it', () => {
    const text =
      '{"id": 12345678901234567890,  "password":"x", "list":[1, {"cvc":"123"}], "n":null}';
    expect(new Redactor().json(text)).toBe(
      '{"id": 12345678901234567890,  "password":"[redacted]", "list":[1, {"cvc":"[redacted]"}], "n":null}',
    );
  });

  it('keeps JSON JSON when the secret is an object with braces in its strings', () => {
    const text = '{"session":{"a":"}]","b":[{"c":"\\"}"}]},"after":true}';
    expect(JSON.parse(new Redactor().json(text))).toEqual({ session: '[redacted]', after: true });
  });

  it.each([
    '{"items":[],"total":0,"currency":"EUR"}',
    '{"token":null,"password":"","hasSession":true,"max_tokens":100}',
    'Uncaught TypeError: Cannot read properties of undefined (reading "price")',
    'at 1732368000000 order 1234567890123456 took 12.5 ms',
    'https://example.test/cart?id=17&sort=price#top',
    'bearer authentication is required, basic settings apply',
    'a { color: red; background: url(data:image/png;base64,iVBORw0KGgo=) }',
  ])('leaves harmless text alone: %s', (text) => {
    const redactor = new Redactor();
    expect(redactor.body(text)).toBe(text);
    expect(redactor.count).toBe(0);
  });

  it.each([
    ['Authorization', 'Digest abc'],
    ['cookie', 'a=b'],
    ['Set-Cookie', 'a=b; HttpOnly'],
    ['x-api-key', 'abc'],
    ['X-CSRF-Token', 'abc'],
    ['x-auth-token', 'abc'],
    ['Proxy-Authorization', 'abc'],
  ])('hides the header %s', (name, value) => {
    expect(new Redactor().header(name, value)).toBe('[redacted]');
  });

  it('leaves other headers, and looks into the URLs among them', () => {
    const redactor = new Redactor();
    expect(redactor.header('content-type', 'application/json')).toBe('application/json');
    expect(redactor.header('Referer', `https://a.test/?token=${CANARY}`)).not.toContain(CANARY);
  });

  it.each([
    `https://u:${CANARY}@a.test/`,
    `https://a.test/?a=1&api_key=${CANARY}`,
    `https://a.test/#access_token=${CANARY}&state=1`,
    `https://a.test/p;jsessionid=${CANARY}?x=1`,
    `https://a.test/?next=${encodeURIComponent(`/cb?token=${CANARY}`)}`,
    `/relative?password=${CANARY}`,
  ])('cleans the URL %s', (url) => {
    expect(new Redactor().url(url)).not.toContain(CANARY);
  });

  it('hides the names a project adds', () => {
    const redactor = new Redactor(['Customer-Number']);
    expect(redactor.body('{"customerNumber":"K-1234"}')).toBe('{"customerNumber":"[redacted]"}');
  });

  it('changes nothing when it runs again', () => {
    const once = new Redactor().body(`password=${CANARY}; Bearer abcdef0123456789`);
    expect(new Redactor().body(once)).toBe(once);
  });

  it.each([
    ['a long word', 'aZ9+/'.repeat(100_000)],
    ['unclosed quotes', 'k="v\\"'.repeat(80_000)],
    ['a chain of pairs', 'ab=cd:'.repeat(80_000)],
    ['a chain of secrets', 'token='.repeat(80_000)],
    ['dots', `https://u@h ${'a.'.repeat(250_000)}`],
    ['digits', '4 '.repeat(250_000)],
    ['open tags', '<input <a>'.repeat(50_000)],
    ['open brackets', '{"a":['.repeat(80_000)],
    [
      'JSON in JSON',
      JSON.stringify(JSON.stringify(JSON.stringify(JSON.stringify('{"a":1}'.repeat(9999))))),
    ],
  ])('takes no more than linear time for half a megabyte of %s', (_, text) => {
    const start = performance.now();
    new Redactor().body(text);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe('isCardNumber', () => {
  it.each(['4111111111111111', '5500 0055 5555 5559', '378282246310005'])('knows %s', (number) => {
    expect(isCardNumber(number)).toBe(true);
  });
  it.each(['4111111111111112', '1234', '12345678901234567890'])('refuses %s', (number) => {
    expect(isCardNumber(number)).toBe(false);
  });
});
