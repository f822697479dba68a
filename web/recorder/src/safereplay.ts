import type { eventWithTime } from '@rrweb/types';
import { isQuantity } from './field';
import type { Redactor } from './redact';

type Values = Record<string, unknown>;

/** Attributes in which a field keeps what a person typed or may have been told. */
const FIELD_VALUES = new Set([
  'value',
  'placeholder',
  'title',
  'aria-label',
  'alt',
  'aria-valuetext',
]);
/** Fields whose value is no one's text. */
const BUTTONS = /^(?:button|submit|reset|checkbox|radio|range|color|image)$/;
const URLS = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'ping']);
const AS_THEY_ARE = new Set(['_cssText', 'style', 'class', 'rr_dataURL', 'd', 'srcset']);
const INPUT = 5;

/**
 * Copies rrweb's events without secrets. rrweb is asked to mask nothing, so that one value becomes one
 * pseudonym here as everywhere: what is in fields, hidden ones too, and in what can be edited never
 * stays; tokens in `meta`, in attributes, links and text are closed as well.
 */
export class SafeReplay {
  /** Fields by node id, to know them again when only an attribute or the value changes. */
  readonly #fields = new Map<number, string>();
  /** What is inside of an element that can be edited. */
  readonly #editable = new Set<number>();

  constructor(readonly redactor: Redactor) {}

  event(event: eventWithTime): eventWithTime {
    const data = event.data as Values | undefined;
    if (event.type === 3 && data?.source === INPUT) return this.#input(event, data);
    return this.#copy(event, '') as eventWithTime;
  }

  #input(event: eventWithTime, data: Values): eventWithTime {
    const type = this.#fields.get(data.id as number) ?? 'text';
    const text = typeof data.text === 'string' ? this.#value(type, data.text) : data.text;
    return { ...event, data: { ...data, text } } as eventWithTime;
  }

  #copy(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.#string(value, key);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.#copy(item, key));
    const from = value as Values;
    if (typeof from.tagName === 'string') return this.#element(from);
    if ('textContent' in from && from.isStyle) return { ...from };
    const id = typeof from.id === 'number' ? from.id : -1;
    const parent = typeof from.parentId === 'number' ? from.parentId : -1;
    if (this.#editable.has(parent)) return { ...from, node: this.#inside(from.node) };
    if (this.#editable.has(id) && typeof from.value === 'string') {
      return { ...from, value: this.redactor.replace(from.value) };
    }
    const copy: Values = {};
    for (const name in from) {
      copy[name] =
        name === 'attributes' && id >= 0
          ? this.#attributes(from[name] as Values, this.#fields.get(id))
          : this.#copy(from[name], name);
    }
    return copy;
  }

  #element(node: Values): Values {
    const tag = node.tagName as string;
    const attributes = (node.attributes ?? {}) as Values;
    const field = tag === 'input' || tag === 'textarea';
    const type = field ? String(attributes.type ?? 'text').toLowerCase() : undefined;
    const id = node.id as number;
    if (type) this.#fields.set(id, type);
    const { contenteditable } = attributes;
    const editable =
      tag === 'textarea' || (contenteditable !== undefined && contenteditable !== 'false');
    const copy: Values = {};
    for (const name in node) {
      if (name === 'attributes') {
        copy[name] = this.#attributes(attributes, type, secretNamed(attributes, this.redactor));
      } else if (name === 'childNodes' && editable) {
        this.#editable.add(id);
        copy[name] = (node[name] as unknown[]).map((child) => this.#inside(child));
      } else copy[name] = this.#copy(node[name], name);
    }
    return copy;
  }

  /** A node in what can be edited: all of its text was typed, or may have been. */
  #inside(node: unknown): unknown {
    const from = node as Values;
    this.#editable.add(from.id as number);
    if (typeof from.textContent === 'string') {
      return { ...from, textContent: this.redactor.replace(from.textContent) };
    }
    const copy =
      typeof from.tagName === 'string' ? this.#element({ ...from, childNodes: [] }) : from;
    const children = Array.isArray(from.childNodes) ? from.childNodes : [];
    return { ...copy, childNodes: children.map((child) => this.#inside(child)) };
  }

  #attributes(attributes: Values, type: string | undefined, secret = false): Values {
    const copy: Values = {};
    for (const name in attributes) {
      const value = attributes[name];
      copy[name] = typeof value === 'string' ? this.#attribute(name, value, type, secret) : value;
    }
    return copy;
  }

  #attribute(name: string, value: string, type: string | undefined, secret: boolean): string {
    if (value === '' || AS_THEY_ARE.has(name)) return value;
    if (secret && (name === 'value' || name === 'content')) return this.redactor.secret(value);
    if (type !== undefined && FIELD_VALUES.has(name)) return this.#value(type, value);
    if (name.includes('-') && this.redactor.secretName(name)) return this.redactor.secret(value);
    if (URLS.has(name)) return value.startsWith('data:') ? value : this.redactor.url(value);
    return this.redactor.scalar(value);
  }

  #value(type: string, value: string): string {
    if (value === '' || BUTTONS.test(type)) return this.redactor.text(value);
    if (type !== 'password' && type !== 'hidden' && isQuantity(value)) return value;
    return this.redactor.replace(value);
  }

  #string(text: string, key: string): string {
    if (text.length < 4 || text.startsWith('data:')) return text;
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
