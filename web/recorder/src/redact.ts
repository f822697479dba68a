import { redactJson } from './json';
import { Known } from './known';
import type { Pseudonyms } from './pseudonym';
import {
  BEARER,
  CARD,
  EMAIL,
  IBAN,
  isCardNumber,
  isFileName,
  isSecretName,
  plainName,
  TOKENS,
  USER_INFO,
} from './secret';

export const REDACTED = '[redacted]';

const HEADERS = /^(authorization|proxy-authorization|cookie2?|set-cookie2?)$/i;
/** `name=` and `"name": ` inside any text; in a text within a text, the quotes are escaped. */
const NAME = /\b([\p{L}\p{N}_$.[\]%-]{2,60})(?:\\?["'])?\s{0,3}[=:]\s{0,3}/gu;
const VALUE =
  /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\\"(?:[^"\\]|\\[^"])*(?:\\")?|[^\s&,;"'<>)}\]\\]+/y;
const NO_SECRET = /^(?:null|true|false|undefined|""|''|\[redacted.*)$/;
const ELEMENT = /<([\w:-]{2,60})(\s[^<>]{0,500})?>([^<]{1,4000})(?=<\/)/g;
const INPUT = /<(?:input|meta)\b[^>]{0,2000}>/gi;
const INPUT_NAME = /\b(?:name|id|property)\s*=\s*["']?([^"'\s>]+)/i;
const INPUT_VALUE = /\b(value|content)(\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)/i;

/**
 * Replaces secrets in everything that is about to leave the page, and counts what it replaced: by
 * pseudonyms where it has some, otherwise by one word. What stood under a secret name is known from
 * then on, and replaced wherever else it stands.
 */
export class Redactor {
  count = 0;
  readonly known: Known;
  readonly #extra: ReadonlySet<string>;

  constructor(
    extraNames: readonly string[] = [],
    readonly pseudonyms?: Pseudonyms,
    known = new Known(),
  ) {
    this.#extra = new Set(extraNames.map(plainName));
    this.known = known;
  }

  secretName(name: string): boolean {
    return isSecretName(name, this.#extra);
  }

  replace(value: string): string {
    this.count++;
    return this.pseudonyms?.of(value) ?? REDACTED;
  }

  /** A value of a secret name. */
  secret(value: string): string {
    if (value.length > 3 && value !== REDACTED) this.known.add(value);
    return this.replace(value);
  }

  /** A value that stands alone, such as that of a field or a parameter. */
  scalar(text: string): string {
    return this.known.has(text) ? this.replace(text) : this.body(text);
  }

  /** Values that are secrets under any name; cheap enough for every string of a replay. */
  values(text: string): string {
    let out = text;
    if (out.length < 8) return out;
    if (out.includes('://') && out.includes('@')) {
      out = out.replace(USER_INFO, (_, scheme, info) => `${scheme}${this.replace(info)}@`);
    }
    if (/eyJ|_|-|AKIA|AIza/.test(out)) out = out.replace(TOKENS, (token) => this.replace(token));
    if (/bearer|basic/i.test(out)) {
      out = out.replace(BEARER, (_, scheme, gap, token) => scheme + gap + this.replace(token));
    }
    if (out.includes('@')) {
      out = out.replace(EMAIL, (address) =>
        isFileName(address) ? address : this.replace(address),
      );
    }
    if (/\d.{0,2}\d/.test(out)) {
      out = out.replace(CARD, (all, before, number) =>
        isCardNumber(number) ? before + this.#card(number) : all,
      );
    }
    if (/[A-Z]{2}\d\d/.test(out)) out = out.replace(IBAN, (number) => this.replace(number));
    return this.known.replaceIn(out, (value) => this.replace(value));
  }

  /** Free text: console arguments, messages, bodies of no known shape. */
  text(text: string): string {
    const out = this.values(text);
    return this.#markup(this.#pairs(out));
  }

  /** A body or an argument: JSON stays JSON, a form stays a form. */
  body(text: string, mimeType = ''): string {
    if (/^\s*[{[]/.test(text) || /\bjson\b/i.test(mimeType)) return this.json(text);
    if (/x-www-form-urlencoded/i.test(mimeType)) return this.query(text);
    return this.text(text);
  }

  /** @param name under which it stands; a secret one hides all that is in it */
  json(text: string, name?: string): string {
    return redactJson(text, this, 0, name);
  }

  url(url: string): string {
    const start = url.search(/[?#]/);
    if (start < 0) return this.text(url);
    const [query = '', ...rest] = url.slice(start + 1).split('#');
    let out = this.text(url.slice(0, start)) + url[start] + this.query(query);
    if (rest.length > 0) out += `#${this.query(rest.join('#'))}`;
    return out;
  }

  /** `a=1&b=2`, each value looked at as it reads when decoded. */
  query(text: string): string {
    return text.replace(/[^&;?]+/g, (pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0) return this.text(pair);
      const value = pair.slice(equals + 1);
      if (value && this.secretName(decoded(pair.slice(0, equals)))) {
        return `${pair.slice(0, equals)}=${encodeURIComponent(this.secret(decoded(value)))}`;
      }
      const plain = decoded(value);
      const safe = this.scalar(plain);
      return safe === plain ? pair : `${pair.slice(0, equals)}=${encodeURIComponent(safe)}`;
    });
  }

  header(name: string, value: string): string {
    if (HEADERS.test(name) || this.secretName(name))
      return value && this.#secretHeader(name, value);
    return /^(referer|location|content-location|link|origin)$/i.test(name)
      ? this.url(value)
      : this.text(value);
  }

  #secretHeader(name: string, value: string): string {
    if (!this.pseudonyms) return this.replace(value);
    if (/cookie/i.test(name)) {
      return value.replace(/=([^;]+)/g, (_, each: string) => `=${this.secret(each)}`);
    }
    const [, scheme = '', secret = ''] =
      /^((?:bearer|basic|digest|token)\s+)?(.*)$/is.exec(value) ?? [];
    return scheme + this.secret(secret);
  }

  #card(number: string): string {
    if (!this.pseudonyms) return this.replace(number);
    const between = /%20|\+/.exec(number)?.[0] ?? ' ';
    return this.replace(number.replaceAll(between, ' ')).replaceAll(' ', between);
  }

  #pairs(text: string): string {
    if (!/[=:]/.test(text)) return text;
    let out = '';
    let at = 0;
    NAME.lastIndex = 0;
    for (let found = NAME.exec(text); found; found = NAME.exec(text)) {
      if (!this.secretName(found[1] ?? '')) continue;
      VALUE.lastIndex = NAME.lastIndex;
      const [secret] = VALUE.exec(text) ?? [];
      if (!secret || NO_SECRET.test(secret)) continue;
      const quote = /^\\?["']/.exec(secret)?.[0] ?? '';
      const inner = quote ? secret.slice(quote.length, unquotedEnd(secret, quote)) : secret;
      out += text.slice(at, NAME.lastIndex) + quote + this.secret(inner) + quote;
      at = VALUE.lastIndex;
      NAME.lastIndex = at;
    }
    return out + text.slice(at);
  }

  #markup(text: string): string {
    if (!text.includes('<')) return text;
    return text
      .replace(ELEMENT, (all, name: string, attributes: string | undefined, inner: string) =>
        this.secretName(name.replace(/^.*:/, ''))
          ? `<${name}${attributes ?? ''}>${this.secret(inner)}`
          : all,
      )
      .replace(INPUT, (tag) => {
        const name = INPUT_NAME.exec(tag)?.[1];
        const secret = /type\s*=\s*["']?password/i.test(tag) || (name && this.secretName(name));
        if (!secret) return tag;
        return tag.replace(INPUT_VALUE, (_, key, equals, value: string) => {
          const inner = value.replace(/^["']|["']$/g, '');
          return `${key}${equals}"${this.secret(inner)}"`;
        });
      });
  }
}

function unquotedEnd(secret: string, quote: string): number {
  return secret.length > quote.length && secret.endsWith(quote) ? -quote.length : secret.length;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
