/** A frame in Sentry's words. */
export interface Frame {
  filename: string;
  function?: string;
  lineno?: number;
  colno?: number;
  in_app: boolean;
}

const MAX_FRAMES = 50;
const MAX_LINE = 2000;

/** `    at async new Foo.bar [as baz] (https://host/file.js:1:2)`, or without the parentheses. */
const V8 = /^\s*at (?:(.+?) \((.*)\)|(.*:\d+|<anonymous>))$/;
/** `name@https://host/file.js:1:2`; the name can be empty, and can hold an `@` in Safari. */
const AT_SIGN = /^\s*(.*?)@((?:[a-z][a-z\d+.-]*:|\/|\[native|<anonymous>).*)$/i;
const PLACE = /^(.*?)(?::(\d+))?(?::(\d+))?$/;

/**
 * The frames of a stack as Chromium, Firefox or Safari write it, outermost call first as Sentry
 * wants them. Lines that are no frames are left out.
 */
export function parseStack(stack: string): Frame[] {
  const frames: Frame[] = [];
  for (const line of stack.split('\n')) {
    if (line.length > MAX_LINE) continue;
    const frame = parseLine(line);
    if (frame) frames.push(frame);
    if (frames.length === MAX_FRAMES) break;
  }
  return frames.reverse();
}

function parseLine(line: string): Frame | undefined {
  const v8 = V8.exec(line);
  if (v8) return frame(v8Name(v8[1]), v8Place(v8[2] ?? v8[3] ?? ''));
  const gecko = AT_SIGN.exec(line);
  if (gecko) return frame(geckoName(gecko[1] ?? ''), geckoPlace(gecko[2] ?? ''));
  return undefined;
}

function frame(name: string | undefined, place: string): Frame | undefined {
  const [, filename = '', lineno, colno] = PLACE.exec(place) ?? [];
  if (!filename && !name) return undefined;
  const result: Frame = { filename: filename || '<anonymous>', in_app: isInApp(filename) };
  if (name) result.function = name;
  if (lineno) result.lineno = Number(lineno);
  if (colno) result.colno = Number(colno);
  return result;
}

function v8Name(name: string | undefined): string | undefined {
  return name
    ?.replace(/^async\s+/, '')
    .replace(/\s\[as [^\]]*\]$/, '')
    .replace(/^(?:Object|Module)\./, '');
}

/** `eval at run (https://host/file.js:1:2), <anonymous>:3:4`: where eval was called is what can be mapped. */
function v8Place(place: string): string {
  const evaluated = /^eval at .*?\(((?:[a-z][a-z\d+.-]*:|\/)[^()]*)\)/i.exec(place);
  return evaluated?.[1] ?? place.replace(/^async /, '');
}

function geckoName(name: string): string | undefined {
  const plain = name.replace(/^(?:async\*|setTimeout handler\*)/, '').replace(/\/<.*$/, '');
  return /^(?:|global code|module code|eval code|anonymous)$/.test(plain) ? undefined : plain;
}

function geckoPlace(place: string): string {
  return place.replace(
    / line (\d+) > (?:eval|Function)(?: line \d+ > (?:eval|Function))*.*$/,
    ':$1',
  );
}

function isInApp(filename: string): boolean {
  return (
    /^(?:[a-z][a-z\d+.-]*:\/\/|\/|blob:|webpack)/i.test(filename) &&
    !/^(?:chrome|moz|safari(?:-web)?)-extension:|^(?:resource|chrome|node|native):|\/node_modules\//.test(
      filename,
    )
  );
}
