import { readFileSync } from 'node:fs';

const library = JSON.parse(readFileSync('data/library.json', 'utf8'));
const PER_PAGE = 3;

const routes = [
  ['GET', /^\/api\/books$/, listBooks],
  ['GET', /^\/api\/books\/(\w+)$/, oneBook],
  ['GET', /^\/api\/books\/(\w+)\/reviews$/, reviewsOf],
  ['GET', /^\/api\/loans$/, listLoans],
  ['POST', /^\/api\/loans$/, borrow],
  ['POST', /^\/api\/loans\/(\w+)\/renew$/, renew],
  ['POST', /^\/api\/loans\/(\w+)\/return$/, giveBack],
  ['GET', /^\/api\/reader$/, () => ({ body: library.reader })],
  ['GET', /^\/api\/opening$/, () => ({ body: { days: library.days } })],
  ['GET', /^\/api\/suggestions$/, () => ({ body: { list: library.suggestions } })],
  ['GET', /^\/api\/notices$/, () => ({ body: library.notices })],
  ['POST', /^\/api\/visits$/, () => ({ status: 204 })],
];

export function answer(method, url, body) {
  for (const [verb, pattern, handle] of routes) {
    const match = pattern.exec(url.pathname);
    if (match && verb === method) return handle(url, body, match[1]);
  }
  return { status: 404, body: { error: 'There is no such thing here.' } };
}

function listBooks(url) {
  const page = Number(url.searchParams.get('page') ?? 1);
  const query = (url.searchParams.get('query') ?? '').toLowerCase();
  const all = library.books.filter(({ title }) => title.toLowerCase().includes(query));
  const books = all.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(brief);
  return { body: { books, pages: Math.ceil(all.length / PER_PAGE), total: all.length } };
}

function brief({ id, title, authors, copies, year }) {
  return { id, title, authors, copies, year };
}

function oneBook(_url, _body, id) {
  const book = library.books.find((each) => each.id === id);
  if (!book) return { status: 404, body: { error: 'No such book.' } };
  return { body: { book } };
}

function reviewsOf(_url, _body, id) {
  const reviews = library.reviews[id] ?? [];
  return { body: { reviews, average: average(reviews) } };
}

function average(reviews) {
  const sum = reviews.reduce((total, { stars }) => total + stars, 0);
  return reviews.length > 0 ? sum / reviews.length : null;
}

function listLoans() {
  return { body: { loans: library.loans, fees: library.fees } };
}

function borrow(_url, { book: id }) {
  const book = library.books.find((each) => each.id === id);
  if (book.copies.free === 0) return { body: { loan: null, queue: { position: 3 } } };
  book.copies.free--;
  const loan = { id: `l${library.loans.length + 1}`, book: { id, title: book.title }, due: '2026-12-30T10:00:00Z', renewals: 0 };
  library.loans.push(loan);
  return { body: { loan, queue: null } };
}

function renew(_url, _body, id) {
  const loan = library.loans.find((each) => each.id === id);
  if (!loan) return { status: 404, body: { error: 'No such loan.' } };
  if (loan.renewals > 0) return { status: 409, body: { error: 'Renewed already.' } };
  const renewed = { ...loan, due: '2027-01-17T10:00:00Z', renewals: loan.renewals + 1 };
  library.loans = library.loans.map((each) => (each.id === id ? renewed : each));
  return { body: { loan: renewed } };
}

function giveBack(_url, _body, id) {
  library.loans = library.loans.filter((each) => each.id !== id);
  return { status: 200, body: { returned: id } };
}
