import { request } from './request';

export default {
    week() {
        return request('GET', '/menu');
    },
    order(items) {
        return request('POST', '/orders', { items: items.map(({ id }) => id) });
    },
};
