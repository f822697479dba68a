type Values = Record<string, unknown>;

/** Elements that load or run something wherever they stand. */
const ELEMENTS =
  /^(?:script|object|embed|applet|base|portal|fencedframe|frame|frameset|foreignobject|animate|animatetransform|animatemotion|set|use)$/i;
/** Where an attribute's value is an address. */
const ADDRESSES =
  /^(?:src|srcset|href|xlink:href|action|formaction|data|poster|background|ping|manifest|codebase|cite|longdesc|lowsrc|dynsrc|imagesrcset|archive|classid|profile)$/i;
const SAFE_ADDRESS = /^(?:#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,]|data:font\/)/i;
const CSS = /^(?:_cssText|style|rule|cssText|value|textContent)$/;
/** What a style could load, or run in old browsers. */
const LOADS =
  /@import\b[^;]*;?|(?:url|src|image|image-set|-webkit-image-set|cross-fade)\(\s*(?!["']?(?:data:(?:image|font)\/|#))(?:"[^"]*"|'[^']*'|[^)]*)\)|expression\s*\(|-moz-binding[^;]*|behavior\s*:[^;]*/gi;
const META = 4;

/**
 * A recording without whatever could run or load something. The frame's sandbox and policy forbid it
 * as well; events come through a public key, so that what the recorder leaves out may be in them.
 */
export function sterile(events: readonly unknown[]): unknown[] {
  return events
    .filter((event) => !isForged(event as Values))
    .map((event) =>
      (event as Values).type === META ? withoutAddress(event as Values) : clean(event, ''),
    );
}

/** Canvas commands call whatever method they name; plugins and assets are none that we record. */
function isForged({ type, data }: Values): boolean {
  const { source, plugin } = (data ?? {}) as Values;
  return (
    (type === 3 && (source === 9 || source === 10)) || type === 6 || type === 7 || Boolean(plugin)
  );
}

function withoutAddress(event: Values): Values {
  const { width, height } = (event.data ?? {}) as Values;
  return { ...event, data: { href: 'about:blank', width: Number(width), height: Number(height) } };
}

function clean(value: unknown, key: string): unknown {
  if (typeof value === 'string') return CSS.test(key) ? withoutLoads(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => clean(item, key));
  const from = value as Values;
  const copy: Values = {};
  for (const name of Object.keys(from)) {
    if (name === '__proto__') continue;
    if (name === 'tagName') copy[name] = tag(from[name]);
    else if (name === 'attributes' && isObject(from[name])) copy[name] = attributes(from[name]);
    else copy[name] = clean(from[name], name);
  }
  return copy;
}

function tag(name: unknown): string {
  const text = String(name);
  return /^[a-z][\w-]*$/i.test(text) && !ELEMENTS.test(text) ? text : 'noscript';
}

function attributes(all: Values): Values {
  const copy: Values = {};
  for (const [name, value] of Object.entries(all)) {
    if (
      /^on/i.test(name) ||
      /^(?:srcdoc|http-equiv|is|sandbox|allow|csp|nonce|target)$/i.test(name)
    )
      continue;
    if (name === 'rr_dataURL' || ADDRESSES.test(name)) {
      if (typeof value === 'string' && SAFE_ADDRESS.test(value.trim())) copy[name] = value;
    } else if (/^rr_src$/i.test(name)) continue;
    else if (typeof value === 'string' && /^\s*(?:javascript|vbscript|data:text)/i.test(value))
      continue;
    else
      copy[name] =
        name === 'style' && isObject(value) ? clean(value, 'style') : styled(name, value);
  }
  return copy;
}

function styled(name: string, value: unknown): unknown {
  return typeof value === 'string' && CSS.test(name) ? withoutLoads(value) : value;
}

/** Escapes are read first, so that they hide nothing. */
function withoutLoads(css: string): string {
  if (!/[@(\\:]/.test(css)) return css;
  const plain = /\\/.test(css)
    ? css.replace(/\\([\da-f]{1,6})\s?/gi, (all, code: string) => {
        const point = Number.parseInt(code, 16);
        return point > 31 && point < 127 ? String.fromCodePoint(point) : all;
      })
    : css;
  const safe = plain.replace(LOADS, ' ');
  return safe === plain ? css : safe;
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
