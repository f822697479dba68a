// The platform as it was when the recorder came in: pages replace these, and would be recorded
// recording themselves.

const scope = globalThis;

export const now = Date.now.bind(Date);
export const tick = performance.now.bind(performance);
export const later = scope.setTimeout.bind(scope);
export const every = scope.setInterval.bind(scope);
export const stopEvery = scope.clearInterval.bind(scope);
export const nativeFetch = scope.fetch?.bind(scope);
export const define = Object.defineProperty;
export const apply = Reflect.apply;

/**
 * Puts a proxy in front of a function. The page still sees the function's own name, length, source
 * text and properties; returns how to take the proxy away again.
 */
export function intercept<T extends object, K extends keyof T>(
  owner: T,
  key: K,
  trap: (target: T[K], self: unknown, args: unknown[]) => unknown,
): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, key);
  const original = owner[key];
  if (typeof original !== 'function' || descriptor?.configurable === false) return () => {};
  const proxy = new Proxy(original, {
    apply: trap as (target: object, self: unknown, args: unknown[]) => unknown,
  });
  try {
    define(owner, key, {
      configurable: true,
      enumerable: descriptor?.enumerable ?? true,
      writable: true,
      value: proxy,
    });
  } catch {
    return () => {};
  }
  return () => {
    // Whoever patched after us holds on to the proxy: then it stays, and records no more.
    if (owner[key] === proxy) define(owner, key, { ...descriptor, value: original });
  };
}

/** Runs what must never disturb the page. */
export function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A hostile getter, a revoked proxy, a frozen object: the page goes on, this entry is lost.
  }
}

/** The stack at the page's call, without the recorder's own frames where the engine can say so. */
export function callSite(below: (...args: never[]) => unknown): () => string {
  const holder: { stack?: string } = {};
  const { captureStackTrace } = Error as {
    captureStackTrace?: (on: object, below: unknown) => void;
  };
  if (typeof captureStackTrace === 'function') {
    captureStackTrace(holder, below);
    return () => text(holder.stack).replace(/^[^\n]*\n/, '');
  }
  const { stack } = new Error();
  return () => text(stack).split('\n').slice(3).join('\n');
}

function text(stack: unknown): string {
  return typeof stack === 'string' ? stack : '';
}
