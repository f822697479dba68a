'use strict';

var PATTERN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

function pad(number) {
    return ('0' + number).slice(-2);
}

/** A day as people write it (1.11.2026), as the server wants it, or null. */
exports.toIso = function (text) {
    var match = PATTERN.exec(text);
    return match ? [match[3], pad(match[2]), pad(match[1])].join('-') : null;
};

exports.fromIso = function (iso) {
    var parts = iso.split('-');
    return [Number(parts[2]), Number(parts[1]), parts[0]].join('.');
};
