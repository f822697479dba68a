// A Vite plugin for whatever ships the recorder: leaves out of its libraries what it never runs.

interface Plugin {
  name: string;
  enforce: 'pre';
  transform(code: string, id: string): string | undefined;
}

/** The recorder draws no canvas, so rrweb's canvas recorder (and the worker it inlines) can go. */
const CANVAS = { from: '\nvar chars = "ABC', to: '\nclass StylesheetManager {' };
const NO_CANVAS =
  '\nclass CanvasManager { reset() {} freeze() {} unfreeze() {} lock() {} unlock() {} }';

export function slim(): Plugin {
  return {
    name: 'suture-slim',
    enforce: 'pre',
    transform(code, id) {
      if (/@rrweb\/record\/dist\/record\.js$/.test(id)) return withoutCanvas(code);
      // Every browser that runs the recorder has what these stand in for.
      if (/dom-accessibility-api\/.*\/SetLike\.mjs$/.test(id)) return 'export default Set;';
      if (/dom-accessibility-api\/.*\/array\.from\.mjs$/.test(id)) {
        return 'export default Array.from;';
      }
      return undefined;
    },
  };
}

export function withoutCanvas(code: string): string {
  const from = code.indexOf(CANVAS.from);
  const to = code.indexOf(CANVAS.to);
  if (from < 0 || to < from || !code.slice(from, to).includes('\nclass CanvasManager {')) {
    throw new Error(
      '@rrweb/record is not built as expected: look at its record.js, then at web/recorder/slim.ts.',
    );
  }
  return code.slice(0, from) + NO_CANVAS + code.slice(to);
}
