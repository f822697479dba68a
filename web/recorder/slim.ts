// A Vite plugin for whatever ships the recorder: leaves out of its libraries what it never runs.

interface Plugin {
  name: string;
  enforce: 'pre';
  transform(code: string, id: string): string | undefined;
}

interface Cut {
  readonly from: string;
  /** Not cut itself. */
  readonly to: string;
  /** What must be between them, to be sure of what is cut. */
  readonly holds: string;
  readonly instead: string;
}

const CUTS: readonly Cut[] = [
  {
    // Canvases are not recorded: their observers and the worker that comes along as text can go.
    from: '\nvar chars = "ABC',
    to: '\nclass StylesheetManager {',
    holds: '\nclass CanvasManager {',
    instead: '\nclass CanvasManager { reset() {} freeze() {} unfreeze() {} lock() {} unlock() {} }',
  },
  {
    // Frames of other origins are not recorded: no message from one is listened to.
    from: '\n  handleMessage(message) {',
    to: '\nclass ShadowDomManager {',
    holds: '\n  transformCrossOriginEvent(',
    instead: '\n  handleMessage() {}\n}',
  },
  {
    from: '\nclass CrossOriginIframeMirror {',
    to: '\nclass IframeManager {',
    holds: '\n  getRemoteIdToIdMap(',
    instead: '\nclass CrossOriginIframeMirror {}',
  },
  {
    // Neither fonts that scripts load, nor what is selected, nor custom elements' definitions are replayed.
    from: '\nfunction initFontObserver(',
    to: '\nfunction initObservers(',
    holds: '\nfunction mergeHooks(',
    instead:
      '\nfunction none() { return none; }\nconst initFontObserver = none, initSelectionObserver = none, initCustomElementObserver = none, mergeHooks = none;',
  },
];

export function slim(): Plugin {
  return {
    name: 'suture-slim',
    enforce: 'pre',
    transform(code, id) {
      if (/@rrweb\/record\/dist\/record\.js$/.test(id)) return CUTS.reduce(without, code);
      // Every browser that runs the recorder has what these stand in for.
      if (/dom-accessibility-api\/.*\/SetLike\.mjs$/.test(id)) return 'export default Set;';
      if (/dom-accessibility-api\/.*\/array\.from\.mjs$/.test(id)) {
        return 'export default Array.from;';
      }
      return undefined;
    },
  };
}

function without(code: string, { from, to, holds, instead }: Cut): string {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start);
  if (start < 0 || end < 0 || !code.slice(start, end).includes(holds)) {
    throw new Error(
      `@rrweb/record is not built as expected around "${holds.trim()}": look at its record.js, then at web/recorder/slim.ts.`,
    );
  }
  return code.slice(0, start) + instead + code.slice(end);
}
