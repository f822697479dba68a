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
    // The player fetches nothing: where a picture or a style sheet lay does not matter to it.
    from: '\nconst URL_IN_CSS_REF',
    to: '\nfunction splitCssText(',
    holds: '\nfunction absolutifyURLs(',
    instead: "\nfunction absolutifyURLs(cssText) { return cssText || ''; }",
  },
  {
    from: '\nconst SRCSET_NOT_SPACES',
    to: '\nconst cachedDocument',
    holds: '\nfunction getAbsoluteSrcsetString(',
    instead: '\nfunction getAbsoluteSrcsetString(doc, value) { return value; }',
  },
  {
    // Finding the pieces of a style sheet again takes longer than all else on pages with long ones.
    from: '\nfunction splitCssText(',
    to: '\nfunction markCssSplits(',
    holds: 'iterCount > 50',
    instead: '\nfunction splitCssText(cssText) { return [cssText]; }',
  },
  {
    from: '\n  if (tagName === "canvas" && recordCanvas) {',
    to: '\n  if (["audio", "video"].includes(tagName)) {',
    holds: 'recordInlineImage',
    instead: '',
  },
  {
    from: '\ntry {\n  if (Array.from([1]',
    to: '\nconst mirror = createMirror();',
    holds: 'cleanFrame',
    instead: '',
  },
  {
    from: '\n  registerErrorHandler(errorHandler2);',
    to: '\n  mirror.reset();',
    holds: 'passEmitsToParent = true',
    instead:
      '\n  registerErrorHandler(errorHandler2);\n  const inEmittingFrame = true, passEmitsToParent = false;',
  },
  {
    from: '\n  mirror.reset();\n  const maskInputOptions = maskAllInputs',
    to: '\n  const slimDOMOptions = slimDOMDefaults(',
    holds: '"datetime-local": true',
    instead: '\n  mirror.reset();\n  const maskInputOptions = _maskInputOptions;',
  },
  {
    from: '\nfunction slimDOMDefaults(',
    to: '\nfunction slimDOMExcluded(',
    holds: '_slimDOMOptions === "all"',
    instead: '\nfunction slimDOMDefaults(options) { return options; }',
  },
  {
    from: '\nfunction is2DCanvasBlank(',
    to: '\nfunction getInputType(',
    holds: 'getImageData',
    instead: '\nfunction is2DCanvasBlank() { return true; }',
  },
  {
    from: '\nclass BaseRRNode {',
    to: '\nfunction on(',
    holds: 'RRDomException',
    instead: '\nclass BaseRRNode {}',
  },
  {
    from: '\nconst DEPARTED_MIRROR_ACCESS_WARNING',
    to: '\nfunction throttle(',
    holds: 'let _mirror',
    instead: '',
  },
  {
    // The player has no sound and no film.
    from: '\nfunction initMediaInteractionObserver(',
    to: '\nfunction initFontObserver(',
    holds: 'mediaInteractionCb(',
    instead: '\nfunction initMediaInteractionObserver() { return none; }',
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
      if (/@rrweb\/record\/dist\/record\.js$/.test(id)) return assigned(CUTS.reduce(without, code));
      return undefined;
    },
  };
}

function without(code: string, { from, to, holds, instead }: Cut): string {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start);
  const twice = code.indexOf(from, start + 1) >= 0;
  if (start < 0 || end < 0 || twice || !code.slice(start, end).includes(holds)) {
    throw new Error(
      `@rrweb/record is not built as expected around "${holds.trim()}": look at its record.js, then at web/recorder/slim.ts.`,
    );
  }
  return code.slice(0, start) + instead + code.slice(end);
}

/** Fields that were defined by a helper are assigned: shorter, and their names are names again. */
function assigned(code: string): string {
  return code.replace(/__publicField\(this, "(\w+)"(, )?/g, (_, name, value) =>
    value ? `this.${name} = (` : `this.${name} = (void 0`,
  );
}
