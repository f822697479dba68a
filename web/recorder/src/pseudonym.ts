import { isCardNumber } from './secret';
import { Sponge } from './sponge';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const HEX = /^(?=.*\d)(?=.*[a-f])(?:[\da-f]{16,}|[\dA-F]{16,})$/i;
const EMAIL = /^[^@\s]+@[^@\s]+\.([a-z]{2,})$/i;
const IBAN = /^([A-Z]{2})\d{2}[A-Z\d ]{11,32}$/;
const DATE = /^(\d\d)\d\d-\d\d-\d\d$/;
const JWT = /^(eyJ[\w-]*)\.(eyJ[\w-]*)\.([\w-]*)$/;
/** What tells whose key it is stays, so that the code that looks at it goes the same way. */
const PREFIX =
  /^(?:(?:sk|pk|rk)_(?:live|test)_|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA|AIza|-----BEGIN [A-Z ]*PRIVATE KEY-----)/;
const SUFFIX = /-----END [A-Z ]*PRIVATE KEY-----\s*$/;
/** Times in a token decide whether it is still good. */
const CLAIM_TIMES = /^(?:exp|iat|nbf|auth_time)$/;
const MAX_KNOWN = 5000;

/**
 * Another value in place of a secret: of the same length and kind of characters, an e-mail address for
 * an e-mail address, a card number that passes its check for a card number. Equal values become
 * equal ones, and the beginning of a value the beginning of its pseudonym, so that what is typed
 * letter by letter still fits. Without the key, which stays here, nothing leads back.
 */
export class Pseudonyms {
  readonly #made = new Map<string, string>();
  readonly #results = new Set<string>();

  constructor(readonly key: Uint32Array = crypto.getRandomValues(new Uint32Array(4))) {}

  of(value: string): string {
    if (value === '' || this.#results.has(value)) return value;
    const known = this.#made.get(value);
    if (known !== undefined) return known;
    const made = this.#shaped(value);
    if (this.#made.size < MAX_KNOWN) {
      this.#made.set(value, made);
      this.#results.add(made);
    }
    return made;
  }

  #shaped(value: string): string {
    const jwt = JWT.exec(value);
    if (jwt) return this.#jwt(jwt);
    const prefix = PREFIX.exec(value)?.[0];
    if (prefix) {
      const suffix = SUFFIX.exec(value)?.[0] ?? '';
      const inner = value.slice(prefix.length, value.length - suffix.length);
      return prefix + this.#mapped(inner) + suffix;
    }
    if (UUID.test(value)) return this.#uuid(value);
    if (IBAN.test(value)) return this.#iban(value);
    if (HEX.test(value)) return this.#mapped(value, 6);
    if (isCardNumber(value)) return this.#card(value);
    const [, century] = DATE.exec(value) ?? [];
    if (century) return this.#date(value, century);
    const [, domain] = EMAIL.exec(value) ?? [];
    if (domain) return this.#mapped(value.slice(0, -domain.length)) + domain;
    return this.#mapped(value);
  }

  /** Letter for letter and digit for digit, each by all that stands before it. */
  #mapped(value: string, letters = 26): string {
    const sponge = new Sponge(this.key);
    let out = '';
    let first = true;
    for (const char of value) {
      const code = char.codePointAt(0) ?? 0;
      if (code >= 48 && code <= 57) {
        // A number that begins with no zero still begins with none.
        const [low, span] = first && code > 48 ? [49, 9] : [48, 10];
        out += String.fromCharCode(low + ((code - low + 1 + sponge.below(span - 1)) % span));
      } else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
        const base = code >= 97 ? 97 : 65;
        const span = code - base < letters ? letters : 26;
        const step = 1 + sponge.below(span - 1);
        out += String.fromCharCode(base + ((code - base + step) % span));
      } else if (code > 127 && /\p{L}/u.test(char)) {
        const small = char === char.toLowerCase();
        out += String.fromCharCode((small ? 97 : 65) + sponge.below(26));
      } else {
        out += char;
      }
      first = false;
      sponge.absorb(code >= 65 && code <= 90 ? code + 32 : code);
    }
    return out;
  }

  #uuid(value: string): string {
    const mapped = this.#mapped(value, 6);
    // The digits that say which kind of UUID it is.
    return mapped.slice(0, 14) + value[14] + mapped.slice(15, 19) + value[19] + mapped.slice(20);
  }

  #card(value: string): string {
    const mapped = value.slice(0, 1) + this.#mapped(value).slice(1);
    const last = mapped.search(/\d\D*$/);
    for (let digit = 0; digit < 10; digit++) {
      const candidate = mapped.slice(0, last) + digit + mapped.slice(last + 1);
      if (isCardNumber(candidate)) return candidate;
    }
    return mapped;
  }

  #iban(value: string): string {
    const country = value.slice(0, 2);
    const inner = this.#mapped(value.slice(4));
    const letters = `${inner.replace(/ /g, '')}${country}00`.replace(/[A-Z]/g, (letter) =>
      String(letter.charCodeAt(0) - 55),
    );
    let rest = 0;
    for (const digit of letters) rest = (rest * 10 + Number(digit)) % 97;
    return country + String(98 - rest).padStart(2, '0') + inner;
  }

  #date(value: string, century: string): string {
    const sponge = new Sponge(this.key);
    for (const char of value) sponge.absorb(char.charCodeAt(0));
    const two = (below: number) => String(sponge.below(below) + 1).padStart(2, '0');
    const made = `${century}${two(98)}-${two(12)}-${two(28)}`;
    return made === value ? `${century}99-01-01` : made;
  }

  #jwt([value, head = '', body = '', signature = '']: RegExpExecArray): string {
    try {
      const claims: unknown = JSON.parse(fromBase64(body));
      return `${head}.${toBase64(JSON.stringify(this.#claim(claims, '')))}.${this.#mapped(signature)}`;
    } catch {
      return `eyJ${this.#mapped(value).slice(3)}`;
    }
  }

  #claim(value: unknown, name: string): unknown {
    if (typeof value === 'string') return this.of(value);
    if (typeof value === 'number' && !CLAIM_TIMES.test(name)) {
      return Number(this.of(String(value)));
    }
    if (Array.isArray(value)) return value.map((item) => this.#claim(item, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.#claim(item, key)]),
    );
  }
}

function fromBase64(text: string): string {
  const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}

function toBase64(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
