'use strict';

var Backbone = require('backbone');
var Household = require('../models/household');

module.exports = Backbone.Collection.extend({
    model: Household,
    url: '/ws/households',
    comparator: 'street',

    parse: function (response) {
        return response.households;
    },

    inZone: function (zone) {
        return zone ? this.where({ zone: zone }) : this.models;
    }
});
