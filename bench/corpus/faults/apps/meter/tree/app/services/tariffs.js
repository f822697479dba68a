'use strict';

var $ = require('jquery');
var _ = require('underscore');

exports.load = function () {
    return $.getJSON('/ws/tariff');
};

/** What a volume costs: each step has a price of its own, the last one has no end. */
exports.priceOf = function (volume, tariff) {
    var from = 0;
    return _.reduce(tariff.steps, function (cents, step, index) {
        var isLast = index === tariff.steps.length - 1;
        var part = Math.max(0, (isLast ? volume : Math.min(volume, step.upTo)) - from);
        from = step.upTo;
        return cents + part * step.cents;
    }, tariff.base);
};
