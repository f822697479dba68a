'use strict';

var _ = require('underscore');
var Backbone = require('backbone');
var recent = require('../services/recent');
var templates = require('../templates');

module.exports = Backbone.View.extend({
    render: function () {
        var self = this;
        var known = _.filter(recent.ids(), function (id) {
            return self.collection.get(id);
        });
        var rows = _.map(known, function (id) {
            return self.collection.get(id).toView();
        });
        this.$el.html(templates.recent({ rows: rows }));
        return this;
    }
});
