'use strict';

var _ = require('underscore');
var Backbone = require('backbone');

var BADGES = {
    paid: { css: 'label-paid', text: 'Paid' },
    due: { css: 'label-due', text: 'Due' },
    late: { css: 'label-late', text: 'Late' }
};

module.exports = Backbone.Model.extend({
    badge: function () {
        var state = this.get('state');
        return BADGES[state] || { css: 'label-due', text: state };
    },

    toView: function () {
        var badge = this.badge();
        return _.extend({ css: badge.css, text: badge.text }, this.pick('due', 'cents'));
    }
});
