'use strict';

var $ = require('jquery');
var _ = require('underscore');
var Backbone = require('backbone');

var EVERY = 700;

module.exports = Backbone.View.extend({
    start: function () {
        this.ask();
        window.setInterval(_.bind(this.ask, this), EVERY);
    },

    ask: function () {
        var self = this;
        $.getJSON('/ws/outages').done(function (answer) {
            var count = (answer.outages || []).length;
            self.$el.text(count ? count + ' outages' : 'Water runs everywhere');
        });
    }
});
