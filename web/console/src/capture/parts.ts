import type { Action, ConsoleEntry, HarEntry, HarHeader, Page } from '@suture/wire/capture';

// Parts are kept as they arrived, and what arrives through a public key may have any shape: each
// reader takes the entries that it can show and leaves the others out.

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const optional = (value: unknown, is: (value: unknown) => boolean) =>
  value === undefined || is(value);

function list(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

const isTarget = (value: unknown) =>
  isObject(value) &&
  isText(value.tag) &&
  isText(value.css) &&
  ['testId', 'role', 'name', 'label', 'text'].every((key) => optional(value[key], isText));

const isNames = (value: unknown) => Array.isArray(value) && value.every(isText);
const isFiles = (value: unknown) => Array.isArray(value) && value.every(isNamed);
const isNamed = (value: unknown) => isObject(value) && isText(value.name);

export function readActions(value: unknown): Action[] {
  return list(value).filter(
    (entry) =>
      isNumber(entry.at) &&
      isText(entry.kind) &&
      optional(entry.target, isTarget) &&
      ['value', 'key', 'url', 'how'].every((key) => optional(entry[key], isText)) &&
      optional(entry.values, isNames) &&
      optional(entry.files, isFiles),
  ) as unknown as Action[];
}

export function readConsole(value: unknown): ConsoleEntry[] {
  return list(value).filter(
    (entry) =>
      isNumber(entry.at) &&
      isText(entry.level) &&
      Array.isArray(entry.args) &&
      entry.args.every(isText) &&
      optional(entry.stack, isText) &&
      optional(entry.count, isNumber),
  ) as unknown as ConsoleEntry[];
}

const isHeaders = (value: unknown): value is HarHeader[] =>
  Array.isArray(value) &&
  value.every((header) => isObject(header) && isText(header.name) && isText(header.value));

function isExchange(entry: Loose): boolean {
  const { request, response } = entry;
  return (
    isText(entry._id) &&
    isNumber(entry._at) &&
    isNumber(entry.time) &&
    optional(entry._error, isText) &&
    optional(entry._initiator, isText) &&
    isObject(request) &&
    isText(request.method) &&
    isText(request.url) &&
    isHeaders(request.headers) &&
    optional(request.postData, (data) => isObject(data) && isText(data.text)) &&
    isObject(response) &&
    isNumber(response.status) &&
    isText(response.statusText) &&
    isHeaders(response.headers) &&
    isObject(response.content) &&
    isNumber(response.content.size) &&
    optional(response.content.text, isText)
  );
}

export function readExchanges(value: unknown): HarEntry[] {
  const log = isObject(value) ? value.log : undefined;
  const entries = isObject(log) ? list(log.entries) : [];
  return entries.filter(isExchange) as unknown as HarEntry[];
}

const isGraded = (value: unknown) =>
  isObject(value) &&
  isText(value.grade) &&
  ['high', 'medium', 'low'].includes(value.grade) &&
  isNames(value.reasons);

/** The facts about the page; undefined when they are damaged. */
export function readPage(value: unknown): Page | undefined {
  if (!isObject(value)) return undefined;
  const { viewport, storage, coverage, window: kept } = value;
  const sound =
    isText(value.url) &&
    isText(value.userAgent) &&
    ['title', 'referrer', 'language', 'timeZone', 'release', 'environment'].every((key) =>
      optional(value[key], isText),
    ) &&
    isObject(viewport) &&
    isNumber(viewport.width) &&
    isNumber(viewport.height) &&
    isNumber(viewport.scale) &&
    isObject(kept) &&
    isNumber(kept.from) &&
    isNumber(kept.to) &&
    isObject(storage) &&
    isNames(storage.local) &&
    isNames(storage.session) &&
    isNames(storage.cookies) &&
    isObject(coverage) &&
    isNumber(coverage.redacted) &&
    isNumber(coverage.truncatedBodies) &&
    isNumber(coverage.dropped) &&
    isNames(coverage.notes) &&
    optional(coverage.reproducibility, isGraded);
  return sound ? (value as unknown as Page) : undefined;
}
