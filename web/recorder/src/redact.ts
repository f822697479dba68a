import { redactJson } from './json';
import { BEARER, CARD, isCardNumber, isSecretName, plainName, TOKENS, USER_INFO } from './secret';

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

/** Replaces secrets in everything that is about to leave the page, and counts what it replaced. */
export class Redactor {
  count = 0;
  readonly #extra: ReadonlySet<string>;

  constructor(extraNames: readonly string[] = []) {
    this.#extra = new Set(extraNames.map(plainName));
  }

  secretName(name: string): boolean {
    return isSecretName(name, this.#extra);
  }

  replace(): string {
    this.count++;
    return REDACTED;
  }

  /** Values that are secrets under any name; cheap enough for every string of a replay. */
  values(text: string): string {
    let out = text;
    if (out.length < 8) return out;
    if (out.includes('://') && out.includes('@')) {
      out = out.replace(USER_INFO, (_, scheme) => `${scheme}${this.replace()}@`);
    }
    if (/eyJ|_|-|AKIA|AIza/.test(out)) out = out.replace(TOKENS, () => this.replace());
    if (/bearer|basic/i.test(out)) {
      out = out.replace(BEARER, (_, scheme, gap) => `${scheme}${gap}${this.replace()}`);
    }
    if (/\d.{0,2}\d/.test(out)) {
      out = out.replace(CARD, (all, before, number) =>
        isCardNumber(number) ? before + this.replace() : all,
      );
    }
    return out;
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

  json(text: string): string {
    return redactJson(text, this);
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
        return `${pair.slice(0, equals)}=${encodeURIComponent(this.replace())}`;
      }
      const plain = decoded(value);
      const safe = this.body(plain);
      return safe === plain ? pair : `${pair.slice(0, equals)}=${encodeURIComponent(safe)}`;
    });
  }

  header(name: string, value: string): string {
    if (HEADERS.test(name) || this.secretName(name)) return value ? this.replace() : value;
    return /^(referer|location|content-location|link|origin)$/i.test(name)
      ? this.url(value)
      : this.text(value);
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
      out += text.slice(at, NAME.lastIndex) + quote + this.replace() + quote;
      at = VALUE.lastIndex;
      NAME.lastIndex = at;
    }
    return out + text.slice(at);
  }

  #markup(text: string): string {
    if (!text.includes('<')) return text;
    return text
      .replace(ELEMENT, (all, name: string, attributes: string | undefined) =>
        this.secretName(name.replace(/^.*:/, ''))
          ? `<${name}${attributes ?? ''}>${this.replace()}`
          : all,
      )
      .replace(INPUT, (tag) => {
        const name = INPUT_NAME.exec(tag)?.[1];
        const secret = /type\s*=\s*["']?password/i.test(tag) || (name && this.secretName(name));
        if (!secret) return tag;
        return tag.replace(INPUT_VALUE, (_, key, equals) => `${key}${equals}"${this.replace()}"`);
      });
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
