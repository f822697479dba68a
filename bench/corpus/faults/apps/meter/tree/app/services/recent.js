'use strict';

var _ = require('underscore');

var KEY = 'meter.recent';
var MOST = 5;

function read() {
    var kept;
    try {
        kept = JSON.parse(localStorage.getItem(KEY));
    } catch (e) {
        kept = null;
    }
    return kept && _.isArray(kept.ids) ? kept : { ids: [] };
}

exports.ids = function () {
    return read().ids.slice(0, MOST);
};

exports.add = function (id) {
    var ids = _.without(read().ids, id);
    ids.unshift(id);
    localStorage.setItem(KEY, JSON.stringify({ ids: ids.slice(0, MOST) }));
};
