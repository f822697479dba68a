'use strict';

var Backbone = require('backbone');

module.exports = Backbone.Model.extend({
    parse: function (raw) {
        return { at: raw.at, volume: Number(raw.value), source: raw.source };
    }
});
