import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { asCurl, bodyText, failed, prettyBody, shortUrl } from '../src/capture/exchange';
import { shellWord } from '../src/ui/shell';
import { exchange } from './sampleCapture';

const cart = exchange({
  id: 'x',
  at: 0,
  method: 'POST',
  url: 'https://shop.example/api/cart?a=1&b=[2]',
  status: 200,
  request: `{"note":"it's $HOME"}`,
  response: '{}',
});

/** What a shell hands to a program as its arguments. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const out = execFileSync('bash', ['-c', script], { encoding: 'utf8' });
  return out.split('\0').slice(0, -1);
}

describe('a request as curl', () => {
  it('reaches curl as it was sent', () => {
    const args = argumentsOf(asCurl(cart) ?? '');
    expect(args).toEqual([
      '--globoff',
      '--url',
      'https://shop.example/api/cart?a=1&b=[2]',
      '--request',
      'POST',
      '--header',
      'accept: application/json',
      '--header',
      'authorization: [redacted]',
      '--header',
      'content-type: application/json',
      '--data-raw',
      `{"note":"it's $HOME"}`,
    ]);
  });

  it('makes no header of a name that curl would read as a file', () => {
    const hostile = structuredClone(cart);
    hostile.request.headers = [{ name: '@/etc/passwd', value: 'x' }];
    expect(argumentsOf(asCurl(hostile) ?? '').join(' ')).not.toContain('passwd');
  });

  it.each(['file:///etc/passwd', '--config=/tmp/x', 'javascript:alert(1)', 'gopher://x/'])(
    'is not offered for %s',
    (url) => {
      const hostile = structuredClone(cart);
      hostile.request.url = url;
      expect(asCurl(hostile)).toBeUndefined();
    },
  );

  it('is not offered for a method that is no method', () => {
    const hostile = structuredClone(cart);
    hostile.request.method = 'GET; reboot';
    expect(asCurl(hostile)).toBeUndefined();
  });
});

describe('a word for the shell', () => {
  it.each([
    'plain',
    "it's",
    '$(reboot) `reboot` $HOME "x" \\',
    'two\nlines',
    "bell\u0007 and \u001b[2J and back\\slash and 'quote'",
  ])('comes out of a shell as %j went in', (text) => {
    expect(argumentsOf(`curl ${shellWord(text)}`)).toEqual([text]);
  });

  it('holds no control character that a terminal would obey', () => {
    expect(shellWord('\u001b]0;x\u0007')).not.toContain('\u001b');
  });
});

describe('a body', () => {
  it('is indented when it is JSON', () => {
    expect(prettyBody('{"a":[1]}')).toEqual({ text: '{\n  "a": [\n    1\n  ]\n}', json: true });
  });

  it('is left as it is when it only looks like JSON', () => {
    expect(prettyBody('{"a":')).toEqual({ text: '{"a":', json: false });
  });

  it('is read out of base64 where it holds text', () => {
    expect(bodyText(btoa('hello'), 'base64')).toBe('hello');
    expect(bodyText(btoa('\xff\xfe'), 'base64')).toBeUndefined();
    expect(bodyText('***', 'base64')).toBeUndefined();
  });
});

describe('an exchange', () => {
  it('has failed without an answer and from 400 on', () => {
    const withStatus = (status: number) => exchange({ ...cartSample, status });
    expect([0, 200, 304, 399, 400, 503].map((status) => failed(withStatus(status)))).toEqual([
      true,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('is named by its path, and as it is where the address is none', () => {
    expect(shortUrl('https://a.example/b?c=1#d')).toBe('/b?c=1');
    expect(shortUrl('::')).toBe('::');
  });
});

const cartSample = { id: 'y', at: 0, method: 'GET', url: 'https://a.example/', response: '' };
