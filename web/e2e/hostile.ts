// Recordings that want to run or load something where they are played.

const RUN = "top.postMessage('pwned','*');window.PWNED=1";

type Node = Record<string, unknown>;

let ids = 100;
const text = (textContent: string): Node => ({ type: 3, id: ++ids, textContent });
const element = (tagName: string, attributes: object = {}, ...childNodes: Node[]): Node => ({
  type: 2,
  id: ++ids,
  tagName,
  attributes,
  childNodes,
});
const svg = (...nodes: Node[]) =>
  element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg' },
    ...nodes.map((node) => ({ ...node, isSVG: true })),
  );

/** A recording whose page holds these nodes, and what happens in it later. */
function recording(nodes: Node[], later: object[] = [], html: object = {}): unknown[] {
  const page = {
    type: 0,
    id: 1,
    childNodes: [
      { type: 1, name: 'html', publicId: '', systemId: '', id: 2 },
      {
        type: 2,
        tagName: 'html',
        id: 3,
        attributes: html,
        childNodes: [
          { type: 2, tagName: 'head', id: 4, attributes: {}, childNodes: [] },
          { type: 2, tagName: 'body', id: 5, attributes: {}, childNodes: nodes },
        ],
      },
    ],
  };
  return [
    { type: 4, timestamp: 1000, data: { href: `javascript:${RUN}`, width: 800, height: 600 } },
    { type: 2, timestamp: 1001, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    ...later.map((data, i) => ({ type: 3, timestamp: 1002 + i, data })),
    { type: 3, timestamp: 1100, data: { source: 1, positions: [] } },
  ];
}

const added = (node: Node) => ({
  source: 0,
  texts: [],
  attributes: [],
  removes: [],
  adds: [{ parentId: 5, nextId: null, node }],
});
const changed = (id: number, attributes: object) => ({
  source: 0,
  texts: [],
  adds: [],
  removes: [],
  attributes: [{ id, attributes }],
});

/** Named recordings; what loads, loads from `leak`. */
export function hostile(leak: string): [name: string, events: unknown[]][] {
  const nodes: [string, Node][] = [
    ...elements(leak),
    ...handlers(),
    ...addresses(),
    ...styles(leak),
    ...vectors(leak),
  ];
  const all: [string, unknown[]][] = [];
  for (const [name, node] of nodes) {
    all.push([name, recording([node])]);
    all.push([`${name}, added later`, recording([], [added({ ...node, id: ++ids })])]);
  }
  return [...all, ...forged(leak)];
}

function elements(leak: string): [string, Node][] {
  return [
    ['script', element('script', {}, text(RUN))],
    ['SCRIPT in capitals', element('SCRIPT', {}, text(RUN))],
    ['script with a source', element('script', { src: `${leak}/a.js` })],
    ['module script', element('script', { type: 'module', src: `${leak}/m.js` })],
    ['noscript that is a script', element('noscript><script', {}, text(RUN))],
    ['name with a handler', element('img src=x onerror=alert(1)', {})],
    ['frame with a document', element('iframe', { srcdoc: `<script>${RUN}</script>` })],
    ['frame with a script', element('iframe', { src: `javascript:${RUN}` })],
    ['frame with data', element('iframe', { src: `data:text/html,<script>${RUN}</script>` })],
    ['frame with an address', element('iframe', { src: `${leak}/frame` })],
    [
      'frame that unlocks itself',
      element('iframe', {
        sandbox: 'allow-scripts allow-same-origin',
        srcdoc: `<script>${RUN}</script>`,
      }),
    ],
    ['frame with rr_src', element('iframe', { rr_src: `${leak}/rr` })],
    [
      'nested frames',
      element('iframe', { srcdoc: `<iframe srcdoc="<script>${RUN}</script>"></iframe>` }),
    ],
    ['object', element('object', { data: `data:text/html,<script>${RUN}</script>` })],
    ['object from outside', element('object', { data: `${leak}/object` })],
    ['embed', element('embed', { src: `${leak}/embed` })],
    ['base', element('base', { href: `${leak}/` })],
    ['refresh', element('meta', { 'http-equiv': 'refresh', content: `0;url=${leak}/refresh` })],
    [
      'refresh to a script',
      element('meta', { 'http-equiv': 'refresh', content: `0;url=javascript:${RUN}` }),
    ],
    [
      'policy',
      element('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: `report-uri ${leak}/csp`,
      }),
    ],
    ['stylesheet', element('link', { rel: 'stylesheet', href: `${leak}/style` })],
    ['preload', element('link', { rel: 'preload', as: 'image', href: `${leak}/preload` })],
    ['prefetch', element('link', { rel: 'prefetch', href: `${leak}/prefetch` })],
    ['import', element('link', { rel: 'import', href: `${leak}/import` })],
    ['icon', element('link', { rel: 'icon', href: `${leak}/icon` })],
    ['template', element('template', {}, element('script', {}, text(RUN)))],
    ['custom element', element('x-evil', { is: 'x-evil', onclick: RUN })],
  ];
}

function handlers(): [string, Node][] {
  const on = (tag: string, name: string, more: object = {}): [string, Node] => [
    `${tag} ${name}`,
    element(tag, { [name]: RUN, ...more }),
  ];
  return [
    on('img', 'onerror', { src: 'x:' }),
    on('img', 'onload', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
    on('img', 'ONERROR', { src: 'x:' }),
    on('video', 'onerror', { src: 'x:' }),
    on('audio', 'onloadstart', { src: 'data:audio/wav,' }),
    on('body', 'onload'),
    on('details', 'ontoggle', { open: '' }),
    on('input', 'onfocus', { autofocus: '' }),
    on('div', 'onanimationstart', { style: 'animation: rotate 1s' }),
    on('iframe', 'onload'),
    on('style', 'onload'),
    on('marquee', 'onstart'),
    on('svg', 'onload'),
  ];
}

function addresses(): [string, Node][] {
  return [
    ['link to a script', element('a', { href: `javascript:${RUN}` }, text('x'))],
    ['link with spaces', element('a', { href: ` \u0001java\nscript:${RUN}` }, text('x'))],
    ['form to a script', element('form', { action: `javascript:${RUN}` })],
    ['button to a script', element('button', { formaction: `javascript:${RUN}` })],
    ['image of a script', element('img', { src: `javascript:${RUN}` })],
    ['SVG image', element('img', { src: `data:image/svg+xml,<svg onload="${RUN}"/>` })],
    ['area to a script', element('area', { href: `vbscript:${RUN}` })],
  ];
}

function styles(leak: string): [string, Node][] {
  const style = (css: string) => element('style', { _cssText: css });
  return [
    ['style url', style(`body{background:url(${leak}/css-url)}`)],
    ['style quoted url', style(`body{background:url("${leak}/css-quoted")}`)],
    ['style escaped url', style(`body{background:\\75 rl(${leak}/css-escaped)}`)],
    ['style import', style(`@import "${leak}/css-import";`)],
    ['style import url', style(`@import url(${leak}/css-import-url);`)],
    ['style font', style(`@font-face{font-family:x;src:url(${leak}/font)} body{font-family:x}`)],
    ['style image set', style(`body{background:image-set("${leak}/set" 1x)}`)],
    ['style that ends itself', style(`</style><script>${RUN}</script>`)],
    ['style text', element('style', {}, text(`body{background:url(${leak}/css-text)}`))],
    ['style attribute', element('div', { style: `background:url(${leak}/attribute)` })],
    ['style expression', element('div', { style: `width:expression(${RUN})` })],
    ['style cursor', element('div', { style: `cursor:url(${leak}/cursor),auto` })],
    [
      'linked style',
      element('link', { rel: 'stylesheet', _cssText: `a{background:url(${leak}/linked)}` }),
    ],
  ];
}

function vectors(leak: string): [string, Node][] {
  return [
    ['SVG script', svg(element('script', {}, text(RUN)))],
    ['SVG script by link', svg(element('script', { 'xlink:href': `${leak}/svg.js` }))],
    ['SVG handler', svg(element('g', { onload: RUN }))],
    ['SVG animation', svg(element('animate', { onbegin: RUN, attributeName: 'x', dur: '1s' }))],
    [
      'SVG set',
      svg(element('a', {}, element('set', { attributeName: 'href', to: `javascript:${RUN}` }))),
    ],
    ['SVG use', svg(element('use', { href: `${leak}/use.svg#x` }))],
    ['SVG image', svg(element('image', { 'xlink:href': `${leak}/svg-image` }))],
    [
      'SVG foreign object',
      svg(element('foreignObject', {}, element('iframe', { srcdoc: `<script>${RUN}</script>` }))),
    ],
    [
      'picture',
      element('picture', {}, element('source', { srcset: `${leak}/srcset` }), element('img', {})),
    ],
    ['image', element('img', { src: `${leak}/img` })],
    ['image set', element('img', { srcset: `${leak}/img 1x` })],
    ['poster', element('video', { poster: `${leak}/poster`, src: `${leak}/video` })],
    ['track', element('video', {}, element('track', { src: `${leak}/track`, default: '' }))],
    ['input image', element('input', { type: 'image', src: `${leak}/input` })],
    ['table background', element('table', { background: `${leak}/table` })],
    ['data image', element('canvas', { rr_dataURL: `${leak}/canvas` })],
  ];
}

function forged(leak: string): [string, unknown[]][] {
  const target = () => ({ ...element('div'), id: 50 });
  const later = (name: string, data: object): [string, unknown[]] => [
    name,
    recording(
      [
        target(),
        { ...element('canvas'), id: 51 },
        { ...element('style', {}, text('a{}')), id: 52 },
      ],
      [data],
    ),
  ];
  const extra = (name: string, event: object): [string, unknown[]] => {
    const events = recording([target()]);
    events.splice(2, 0, { timestamp: 1001, ...event });
    return [name, events];
  };
  return [
    later('a handler, set later', changed(50, { onclick: RUN, onmouseover: RUN })),
    later('a style, set later', changed(50, { style: { background: [`url(${leak}/later)`, ''] } })),
    later('a source, set later', changed(50, { src: `${leak}/src` })),
    later('a document, set later', changed(50, { srcdoc: `<script>${RUN}</script>` })),
    later('a rule', {
      source: 8,
      id: 52,
      adds: [{ rule: `a{background:url(${leak}/rule)}`, index: 0 }],
    }),
    later('a declaration', {
      source: 13,
      id: 52,
      index: [0],
      set: { property: 'background', value: `url(${leak}/decl)` },
    }),
    later('an adopted sheet', {
      source: 15,
      id: 1,
      styleIds: [7],
      styles: [{ styleId: 7, rules: [{ rule: `a{background:url(${leak}/adopted)}`, index: 0 }] }],
    }),
    later('a canvas command', {
      source: 9,
      id: 51,
      type: 0,
      commands: [{ property: 'constructor.constructor', args: [RUN] }],
    }),
    later('a canvas picture', {
      source: 9,
      id: 51,
      type: 0,
      property: 'drawImage',
      args: [{ rr_type: 'HTMLImageElement', src: `${leak}/draw` }, 0, 0],
    }),
    later('a font', { source: 10, family: 'x', fontSource: `url(${leak}/font)`, buffer: false }),
    later('text in a style', {
      source: 0,
      adds: [],
      removes: [],
      attributes: [],
      texts: [{ id: 52, value: `a{background:url(${leak}/texts)}` }],
    }),
    later('an input', { source: 5, id: 50, text: `<script>${RUN}</script>`, isChecked: false }),
    later(
      'a prototype',
      JSON.parse(
        '{"source":0,"__proto__":{"PWNED":1},"adds":[],"removes":[],"texts":[],"attributes":[]}',
      ),
    ),
    extra('a plugin', {
      type: 6,
      data: { plugin: 'rrweb/console@1', payload: { level: 'log', payload: [RUN] } },
    }),
    extra('an asset', { type: 7, data: { url: `${leak}/asset`, payload: { rr_type: 'Blob' } } }),
    extra('a custom event', { type: 5, data: { tag: 'x', payload: RUN } }),
    extra('a load', { type: 1, data: { src: `javascript:${RUN}` } }),
    [
      'a handler on the page',
      recording([], [], { onload: RUN, onmousemove: RUN, manifest: `${leak}/manifest` }),
    ],
    [
      'no document',
      [
        { type: 2, timestamp: 1, data: { node: 'x' } },
        { type: 3, timestamp: 2, data: {} },
      ],
    ],
  ];
}
