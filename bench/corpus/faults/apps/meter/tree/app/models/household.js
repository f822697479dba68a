'use strict';

var _ = require('underscore');
var Backbone = require('backbone');

module.exports = Backbone.Model.extend({
    serial: function () {
        var meter = this.get('meter');
        return meter ? meter.serial : 'no meter';
    },

    toView: function () {
        return _.extend(this.pick('id', 'street', 'owner', 'zone'), { serial: this.serial() });
    }
});
