import { request } from './request';

export default {
    all() {
        return request('GET', '/children');
    },
    plan(id) {
        return request('GET', `/children/${id}/plan`);
    },
};
