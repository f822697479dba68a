'use strict';

var Backbone = require('backbone');
var tariffs = require('../services/tariffs');
var templates = require('../templates');

var AVERAGE = 95;

module.exports = Backbone.View.extend({
    initialize: function () {
        var self = this;
        tariffs.load().done(function (tariff) {
            self.renderTariff(tariff);
        }).fail(function () {
            self.$el.text('The tariff is not known now');
        });
    },

    render: function () {
        this.$el.text('Looking up the tariff');
        return this;
    },

    renderTariff: function (tariff) {
        this.$el.html(templates.tariff({
            base: tariff.base,
            first: tariff.steps[0].cents,
            average: tariffs.priceOf(AVERAGE, tariff)
        }));
    }
});
