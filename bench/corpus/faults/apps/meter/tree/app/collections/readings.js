'use strict';

var _ = require('underscore');
var Backbone = require('backbone');
var Reading = require('../models/reading');

module.exports = Backbone.Collection.extend({
    model: Reading,
    comparator: 'at',

    initialize: function (models, options) {
        this.household = options.household;
    },

    url: function () {
        return '/ws/households/' + this.household + '/readings';
    },

    parse: function (response) {
        return response.rows;
    },

    /** The volumes between one reading and the next. */
    usage: function () {
        var volumes = this.pluck('volume');
        return _.map(_.rest(volumes), function (volume, index) {
            return volume - volumes[index];
        });
    },

    summary: function () {
        var latest = this.last();
        return latest ? { at: latest.get('at'), volume: latest.get('volume') } : null;
    }
});
