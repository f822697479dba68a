import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { account, children, days, orders, plans, transactions } from './kitchen.mjs';

const PAGE = 2;
const port = Number(process.argv[3]);
let served = 60;

const ok = (data) => ({ ok: true, data, error: null });
const failed = (code) => ({ ok: false, data: null, error: { code } });

function page(after) {
    const from = transactions.findIndex((each) => each.id === after) + 1;
    const some = transactions.slice(from, from + PAGE);
    return { transactions: some, full: some.length === PAGE };
}

function api(method, path, query) {
    const plan = /^\/children\/(\w+)\/plan$/.exec(path);
    if (plan) return ok({ plans: plans[plan[1]] });
    switch (`${method} ${path}`) {
        case 'GET /menu':
            return ok({ week: 48, days });
        case 'GET /children':
            return ok(children);
        case 'GET /account':
            return ok({ ...account, transactions: transactions.slice(0, PAGE) });
        case 'GET /transactions':
            return ok(page(query.get('after')));
        case 'POST /orders':
            return orders.open ? ok({ number: 77, pickup: '12:10' }) : failed('closed');
        case 'GET /counter':
            return ok({ served: served++ });
        case 'POST /clicks':
            return ok({});
        default:
            return failed('unknown');
    }
}

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://canteen.invalid');
    if (pathname.startsWith('/canteen/')) {
        request.resume();
        const answer = api(request.method, pathname.slice('/canteen'.length), searchParams);
        response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
        return;
    }
    const file = /\.(js|css)$/.test(pathname) ? pathname.replaceAll('..', '') : '/index.html';
    const content = await readFile(`dist${file}`).catch(() => null);
    if (!content) response.writeHead(404).end();
    else response.setHeader('content-type', TYPES[file.split('.').pop()]).end(content);
}).listen(port, '127.0.0.1', function () {
    console.log(`http://127.0.0.1:${this.address().port}/`);
});
