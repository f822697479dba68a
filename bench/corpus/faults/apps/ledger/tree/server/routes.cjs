const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const books = JSON.parse(readFileSync(join(__dirname, 'books.json'), 'utf8'));
const PAGE = 2;

exports.route = function route(method, url, sent) {
  const name = url.pathname.slice('/v1'.length);
  if (name.startsWith('/receipts/')) return receipt(name.split('/')[2]);
  if (name === '/entries' && method === 'POST') return post(sent);
  if (name === '/entries') return entries(url.searchParams);
  if (name === '/accounts') return { accounts: books.accounts.map(shown) };
  if (name === '/rates') return { rates: books.rates };
  if (name === '/budget') return books.budget;
  if (name === '/presence') return { online: 1 };
  return { status: 404, problem: 'There is nothing here.' };
};

function shown(account) {
  return { ...account };
}

function entries(query) {
  const text = (query.get('text') ?? '').toLowerCase();
  const before = Number(query.get('before') ?? Number.MAX_SAFE_INTEGER);
  const all = books.entries.filter((entry) => entry.number < before && entry.text.toLowerCase().includes(text));
  const page = all.slice(0, PAGE);
  return { entries: page, next: page.length > 0 ? page.at(-1).number : null };
}

function post({ account, text, cents }) {
  const target = books.accounts.find(({ code }) => code === account);
  if (!target) return { status: 422, problem: 'No such account.' };
  if (books.entries.some((entry) => entry.text === text)) return { entry: null };
  const number = books.entries[0].number + 1;
  target.balance -= cents / 100;
  books.entries.unshift({ number, text, cents, bookedOn: '2026-11-20', tags: [] });
  return { entry: { number, account, balance: target.balance } };
}

function receipt(number) {
  const found = books.receipts[number];
  if (!found) return { status: 404, problem: 'No such receipt.' };
  return { receipt: { number: Number(number), ...found } };
}
