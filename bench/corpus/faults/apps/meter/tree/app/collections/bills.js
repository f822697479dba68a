'use strict';

var Backbone = require('backbone');
var Bill = require('../models/bill');

module.exports = Backbone.Collection.extend({
    model: Bill,

    initialize: function (models, options) {
        this.household = options.household;
    },

    url: function () {
        return '/ws/households/' + this.household + '/bills';
    }
});
