'use strict';

var _ = require('underscore');
var Backbone = require('backbone');
var templates = require('../templates');

module.exports = Backbone.View.extend({
    events: {
        'change .js-zone': 'filter'
    },

    initialize: function () {
        this.zone = '';
        this.listenTo(this.collection, 'sync', _.debounce(this.render, 10));
    },

    filter: function (e) {
        this.zone = this.$(e.currentTarget).val();
        this.render();
    },

    render: function () {
        var rows = _.invoke(this.collection.inZone(this.zone), 'toView');
        this.$el.html(templates.households({ rows: rows }));
        this.$('.js-zone').val(this.zone);
        return this;
    }
});
