'use strict';

var $ = require('jquery');
var _ = require('underscore');
var Backbone = require('backbone');
var Bills = require('../collections/bills');
var Readings = require('../collections/readings');
var templates = require('../templates');
var readingForm = require('./readingForm');

module.exports = Backbone.View.extend({
    events: {
        'click .js-draw': 'drawUsage',
        'click .js-show-bills': 'loadBills',
        'submit .js-form': 'send'
    },

    initialize: function () {
        this.readings = new Readings([], { household: this.model.id });
        this.bills = new Bills([], { household: this.model.id });
        this.listenTo(this.readings, 'sync add', _.debounce(this.renderReadings, 10));
        this.listenTo(this.bills, 'sync', _.debounce(this.renderBills, 10));
        this.readings.fetch();
    },

    render: function () {
        this.$el.html(templates.household(this.model.toView()));
        return this;
    },

    renderReadings: function () {
        this.$('.js-readings').html(templates.readings({
            summary: this.readings.summary(),
            rows: this.readings.toJSON()
        }));
    },

    loadBills: function () {
        this.bills.fetch();
    },

    renderBills: function () {
        this.$('.js-bills').html(templates.bills({ bills: this.bills.invoke('toView') }));
    },

    drawUsage: function () {
        var context = this.$('.js-chart')[0].getContext('2d');
        var usage = this.readings.usage();
        var most = _.max(usage.concat(1));
        context.clearRect(0, 0, 300, 60);
        $.each(usage, function (index, volume) {
            context.fillRect(index * 24, 60 - (volume * 60) / most, 20, (volume * 60) / most);
        });
    },

    send: function (e) {
        e.preventDefault();
        readingForm.send(this.$('.js-form'), this.readings);
    }
});
