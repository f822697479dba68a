import type { eventWithTime } from '@rrweb/types';
import type { Redactor } from './redact';

type Values = Record<string, unknown>;

const MASK = '*';
/** Attributes in which a field keeps what a person typed or may have been told. */
const FIELD_VALUES = new Set(['value', 'placeholder']);
const URLS = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'ping']);
const AS_THEY_ARE = new Set(['_cssText', 'style', 'class', 'rr_dataURL', 'd', 'srcset']);

/**
 * Copies rrweb's events without secrets. rrweb masks the values of visible fields; hidden fields,
 * placeholders, tokens in `meta`, in attributes, links and text are closed here.
 */
export function safeReplay(events: readonly eventWithTime[], redactor: Redactor): eventWithTime[] {
  const walk = new Walk(redactor);
  return events.map((event) => walk.copy(event, '') as eventWithTime);
}

class Walk {
  /** Fields by node id, to know them again when only an attribute changes. */
  readonly #fields = new Set<number>();

  constructor(readonly redactor: Redactor) {}

  copy(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.#string(value, key);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.copy(item, key));
    const from = value as Values;
    if (typeof from.tagName === 'string') return this.#element(from);
    if ('textContent' in from && from.isStyle) return { ...from };
    const copy: Values = {};
    for (const name in from) {
      copy[name] =
        name === 'attributes' && typeof from.id === 'number'
          ? this.#attributes(from[name] as Values, this.#fields.has(from.id))
          : this.copy(from[name], name);
    }
    return copy;
  }

  #element(node: Values): Values {
    const tag = node.tagName as string;
    const attributes = (node.attributes ?? {}) as Values;
    const field = tag === 'input' || tag === 'textarea';
    if (field && typeof node.id === 'number') this.#fields.add(node.id);
    const copy: Values = {};
    for (const name in node) {
      copy[name] =
        name === 'attributes'
          ? this.#attributes(attributes, field, secretNamed(attributes, this.redactor))
          : this.copy(node[name], name);
    }
    return copy;
  }

  #attributes(attributes: Values, field: boolean, secret = false): Values {
    const copy: Values = {};
    for (const name in attributes) {
      const value = attributes[name];
      copy[name] = typeof value === 'string' ? this.#attribute(name, value, field, secret) : value;
    }
    return copy;
  }

  #attribute(name: string, value: string, field: boolean, secret: boolean): string {
    if (value === '' || AS_THEY_ARE.has(name)) return value;
    if (secret && (name === 'value' || name === 'content')) return this.redactor.replace();
    if (field && FIELD_VALUES.has(name)) return mask(value, this.redactor);
    if (name.includes('-') && this.redactor.secretName(name)) return this.redactor.replace();
    if (URLS.has(name)) return value.startsWith('data:') ? value : this.redactor.url(value);
    return this.redactor.body(value);
  }

  #string(text: string, key: string): string {
    if (text.length < 6 || text.startsWith('data:')) return text;
    if (key === 'href') return this.redactor.url(text);
    if (key === 'textContent' || key === 'value' || key === 'text') return this.redactor.text(text);
    return AS_THEY_ARE.has(key) ? text : this.redactor.values(text);
  }
}

function secretNamed(attributes: Values, redactor: Redactor): boolean {
  return ['name', 'id', 'property', 'http-equiv'].some((key) => {
    const name = attributes[key];
    return typeof name === 'string' && redactor.secretName(name);
  });
}

function mask(value: string, redactor: Redactor): string {
  if (/^\**$/.test(value)) return value;
  redactor.count++;
  return MASK.repeat(Math.min(value.length, 50));
}
