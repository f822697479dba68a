'use strict';

exports.volume = function (value) {
    if (!isFinite(value)) {
        throw new Error('Not a volume of water: ' + value);
    }
    return value.toFixed(1) + ' m³';
};

exports.money = function (cents) {
    return '€ ' + (cents / 100).toFixed(2);
};
