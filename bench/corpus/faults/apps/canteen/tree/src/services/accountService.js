import { request } from './request';

export default {
    account() {
        return request('GET', '/account');
    },
    older(after) {
        return request('GET', `/transactions?after=${after}`);
    },
};
