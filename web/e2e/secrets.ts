// Secrets in every kind of place that a page has, each of them one of its own.

let count = 0;
const letters = (n: number) =>
  [...String(n).padStart(4, '0')].map((digit) => 'qwzxkvjpby'[Number(digit)]).join('');

function luhn(start: string): string {
  for (let digit = 0; digit < 10; digit++) {
    const number = start + digit;
    const sum = [...number].reverse().reduce((total, char, i) => {
      const value = Number(char) * (i % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return number;
  }
  return start;
}

const base64 = (text: string) => Buffer.from(text).toString('base64url');

/** Kinds that give themselves away by their form. */
const forms: ((n: number) => string)[] = [
  (n) => `canary${letters(n)}@post-${letters(n)}.example`,
  (n) => luhn(`4${String(100000000000000 + n * 7919).slice(1)}`),
  (n) =>
    `${base64('{"alg":"HS256"}')}.${base64(`{"sub":"c${letters(n)}"}`)}.c2ln${letters(n)}abcdef`,
  (n) => `sk_live_canary${letters(n)}0123456789`,
  (n) => `ghp_canary${letters(n)}ABCDEFGHIJKLMNOPQRST`,
];

export interface Seed {
  secret: string;
  where: string;
}

export interface Seeded {
  seeds: Seed[];
  html: string;
  script: string;
  /** What the server answers to `/api/N`. */
  answers: string[];
  typed: { id: string; secret: string }[];
}

/** A page with secrets; `forms` of them stand anywhere, others under names that say what they are. */
export function seeded(): Seeded {
  const seeds: Seed[] = [];
  const sow = (where: string, form?: number): string => {
    const n = ++count;
    const secret = form === undefined ? `canary-${letters(n)}-value` : (forms[form]?.(n) ?? '');
    seeds.push({ secret, where });
    return secret;
  };
  const everyForm = (where: string, use: (secret: string) => string) =>
    forms.map((_, form) => use(sow(`${where}, form ${form}`, form)));
  const names = [
    'password',
    'access_token',
    'apiKey',
    'client-secret',
    'X-CSRF-Token',
    'sessionId',
    'jwt',
    'cvv2',
  ];

  const html = [
    ...everyForm('text', (s) => `<p>Hello ${s} there</p>`),
    ...['title', 'aria-label', 'alt', 'data-who', 'placeholder', 'value'].flatMap((attribute) =>
      everyForm(
        `attribute ${attribute}`,
        (s) => `<img ${attribute}="${s}"><input ${attribute}="${s}">`,
      ),
    ),
    ...everyForm('link', (s) => `<a href="/x?q=${encodeURIComponent(s)}">x</a>`),
    ...everyForm('editable', (s) => `<div contenteditable>${s}</div>`),
    ...['hidden', 'password', 'text', 'email', 'tel', 'search'].map(
      (type) => `<input type="${type}" value="${sow(`${type} field`)}">`,
    ),
    `<textarea>${sow('textarea')}</textarea>`,
    `<input placeholder="${sow('placeholder of a field')}"><input aria-label="${sow('label of a field')}">`,
    ...names.map((name) => `<meta name="${name}" content="${sow(`meta ${name}`)}">`),
    ...names.map((name) => `<div data-${name.toLowerCase()}="${sow(`data-${name}`)}"></div>`),
    '<input id="t1"><input id="t2" type="password"><textarea id="t3"></textarea><input id="t4" type="email">',
    '<input id="t5" maxlength="1"><div id="t6" contenteditable></div><p id="echo"></p>',
  ].join('\n');

  const answers = [
    ...names.map((name) => JSON.stringify({ ok: 1, [name]: sow(`answer ${name}`) })),
    ...names.map((name) =>
      JSON.stringify({ in: [{ [name]: { deep: [sow(`deep answer ${name}`)] } }] }),
    ),
    ...everyForm('answer', (s) => JSON.stringify({ text: `for ${s}` })),
    JSON.stringify({ raw: JSON.stringify({ token: sow('JSON in JSON') }) }),
  ];
  const calls = [
    ...names.map(
      (name) =>
        `call({ body: ${JSON.stringify(JSON.stringify({ [name]: sow(`body ${name}`) }))} })`,
    ),
    ...names.map((name) => `call({ headers: { '${name}': '${sow(`header ${name}`)}' } })`),
    `call({ headers: { Authorization: 'Bearer ${sow('bearer')}' } })`,
    ...names.map((name) => `call({ query: '${name}=${sow(`query ${name}`)}' })`),
    ...everyForm('query', (s) => `call({ query: 'q=' + encodeURIComponent('${s}') })`),
    ...everyForm('body', (s) => `call({ body: JSON.stringify({ text: '${s}' }) })`),
    ...names.map(
      (name) => `call({ body: new URLSearchParams({ '${name}': '${sow(`form ${name}`)}' }) })`,
    ),
    ...names.map((name) => `navigator.sendBeacon('/api/0', '${name}=${sow(`beacon ${name}`)}')`),
  ];
  const rest = [
    ...names.map((name) => `console.log({ '${name}': '${sow(`console ${name}`)}' })`),
    ...names.map((name) => `console.warn('${name}=${sow(`console text ${name}`)}')`),
    ...everyForm('console', (s) => `console.error('for ${s}')`),
    ...names.map((name) => `localStorage.setItem('${name}', '${sow(`localStorage ${name}`)}')`),
    ...names.map(
      (name) =>
        `sessionStorage.setItem('u', JSON.stringify({ ...JSON.parse(sessionStorage.getItem('u') ?? '{}'), '${name}': '${sow(`sessionStorage ${name}`)}' }))`,
    ),
    ...everyForm('localStorage', (s) => `localStorage.setItem('k${count}', '${s}')`),
    ...names.map((name) => `document.cookie = '${name}=${sow(`cookie ${name}`)}'`),
    ...names.map(
      (name) => `socket.send(JSON.stringify({ '${name}': '${sow(`socket ${name}`)}' }))`,
    ),
    `history.pushState({}, '', '?access_token=${sow('address')}')`,
    `document.title = 'For ' + '${sow('title', 0)}'`,
    `setTimeout(() => { throw new Error('no access for ${sow('error', 0)} with password=${sow('error text')}') }, 300)`,
  ];
  const typed = ['t1', 't2', 't3', 't4', 't6'].map((id) => ({
    id,
    secret: id === 't4' ? sow('typed e-mail', 0) : sow(`typed into ${id}`),
  }));
  const script = `
    const socket = new EventTarget(); socket.send = (text) => { try { real.send(text) } catch {} };
    const real = new WebSocket('ws://' + location.host + '/live?token=${sow('socket address')}');
    let n = 0;
    const call = ({ body, headers, query }) => fetch('/api/' + (n++ % ${answers.length}) + (query ? '?' + query : ''),
      { method: body ? 'POST' : 'GET', body, headers }).then((answer) => answer.text()).catch(() => {});
    window.go = () => { for (const id of ['t1', 't6']) { const field = document.getElementById(id);
      document.getElementById('echo').textContent += 'You wrote ' + (field.value ?? field.textContent) + '. ';
      call({ body: JSON.stringify({ said: field.value ?? field.textContent }) }); }
      return Promise.all([${calls.filter((each) => each.startsWith('call')).join(',\n')}]).then(() => {
        ${calls.filter((each) => !each.startsWith('call')).join(';\n')};
        ${rest.join(';\n')};
      }); };`;
  return { seeds, html, script, answers, typed };
}
