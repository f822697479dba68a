// Runs in every frame before the page's own scripts: sets clock and chance to what was recorded,
// plays the recorded channels, and tells of errors.
(setup) => {
  const tell = (seen) => globalThis.__sutureSaw?.(seen);
  const text = (value) => {
    try {
      return String(value);
    } catch {
      return '';
    }
  };
  const error = (thrown, how) => {
    const is = thrown !== null && typeof thrown === 'object';
    tell({
      how,
      type: is && thrown.name ? text(thrown.name) : 'Error',
      message: is && 'message' in thrown ? text(thrown.message) : text(thrown),
      stack: is && thrown.stack ? text(thrown.stack) : '',
    });
  };
  addEventListener('error', (event) => {
    if (event.target === globalThis) error(event.error ?? { message: event.message }, 'thrown');
  }, true);
  addEventListener('unhandledrejection', (event) => error(event.reason, 'thrown'), true);
  const logged = console.error;
  console.error = function (...args) {
    for (const arg of args) if (arg instanceof Error) error(arg, 'logged');
    return logged.apply(this, args);
  };

  const RealDate = Date;
  const shift = setup.shift;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, as) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + shift] : args, as),
    apply: () => new RealDate(RealDate.now() + shift).toString(),
    get: (target, key) => (key === 'now' ? () => RealDate.now() + shift : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = globalThis.Date;

  const sfc32 = (seed) => {
    let [a = 0, b = 0, c = 0, d = 0] = seed.map((word) => word | 0);
    return () => {
      const sum = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (c << 21) | (c >>> 11);
      c = (c + sum) | 0;
      return (sum >>> 0) / 2 ** 32;
    };
  };
  const { seed, math = [], uuids = [] } = setup.random;
  const draw = sfc32(seed ?? [1, 2, 3, 4]);
  const drawId = sfc32(seed ?? [4, 3, 2, 1]);
  const mathLeft = math.slice();
  const idsLeft = uuids.slice();
  Math.random = () => mathLeft.shift() ?? draw();
  const madeId = () =>
    'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
      const digit = Math.floor(drawId() * 16);
      return (place === 'y' ? (digit & 3) | 8 : digit).toString(16);
    });
  if (globalThis.crypto?.randomUUID) {
    crypto.randomUUID = () => idsLeft.shift() ?? madeId();
  }

  const left = setup.channels.map((channel, index) => ({ ...channel, index }));
  const take = (socket, url) => {
    const same = (channel) => channel.socket === socket && channel.url === url;
    const alike = (channel) =>
      channel.socket === socket && channel.url.split('?')[0] === url.split('?')[0];
    let at = left.findIndex(same);
    if (at < 0) at = left.findIndex(alike);
    if (at < 0) tell({ how: 'unrecorded', message: `${socket ? 'WEBSOCKET' : 'EVENTSOURCE'} ${url}` });
    else tell({ how: 'opened', message: String(left[at].index) });
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const bytes = (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer;
  class Played extends EventTarget {
    readyState = 0;
    onopen = null;
    onmessage = null;
    onerror = null;
    onclose = null;
    constructor(socket, url) {
      super();
      this.url = new URL(url, location.href).href;
      const plan = take(socket, this.url);
      for (const kind of ['open', 'message', 'error', 'close']) {
        this.addEventListener(kind, (event) => this[`on${kind}`]?.(event));
      }
      if (!plan) {
        setTimeout(() => this.finish('error'), 0);
        return;
      }
      setTimeout(() => {
        if (this.readyState > 1) return;
        this.readyState = 1;
        this.dispatchEvent(new Event('open'));
      }, 0);
      for (const message of plan.messages) {
        if (message.fromServer) setTimeout(() => this.hear(message), Math.max(1, message.after));
      }
      if (plan.closedAfter >= 0) setTimeout(() => this.finish('close'), plan.closedAfter + 1);
    }
    hear(message) {
      if (this.readyState !== 1) return;
      const data = message.binary
        ? this.binaryType === 'arraybuffer'
          ? bytes(message.text)
          : new Blob([bytes(message.text)])
        : message.text;
      this.dispatchEvent(
        new MessageEvent(message.type ?? 'message', { data, origin: new URL(this.url).origin }),
      );
    }
    finish(kind) {
      if (this.readyState > 1 && this.closed) return;
      this.closed = true;
      this.readyState = this.binaryType === undefined ? 2 : 3;
      if (kind === 'error') this.dispatchEvent(new Event('error'));
      if (this.binaryType !== undefined) {
        const code = kind === 'error' ? 1006 : 1000;
        this.dispatchEvent(new CloseEvent('close', { code, wasClean: kind !== 'error' }));
      }
    }
    close() {
      setTimeout(() => this.finish('close'), 0);
      this.readyState = 2;
    }
  }
  globalThis.WebSocket = class WebSocket extends Played {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;
    binaryType = 'blob';
    bufferedAmount = 0;
    extensions = '';
    protocol = '';
    constructor(url) {
      super(true, url);
    }
    send() {}
  };
  globalThis.EventSource = class EventSource extends Played {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSED = 2;
    withCredentials = false;
    constructor(url) {
      super(false, url);
    }
  };
}
