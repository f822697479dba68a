'use strict';

var Backbone = require('backbone');
var Households = require('./collections/households');
var HouseholdsView = require('./views/households');
var HouseholdView = require('./views/household');
var TariffView = require('./views/tariff');
var RecentView = require('./views/recent');
var recent = require('./services/recent');

module.exports = Backbone.Router.extend({
    routes: {
        '': 'households',
        'households': 'households',
        'households/:id': 'household',
        'tariff': 'tariff',
        'recent': 'recent'
    },

    initialize: function (options) {
        this.$page = options.$page;
        this.all = new Households();
    },

    households: function () {
        this.show(new HouseholdsView({ collection: this.all }));
        this.all.fetch();
    },

    household: function (id) {
        var self = this;
        this.withHouseholds(function () {
            recent.add(id);
            self.show(new HouseholdView({ model: self.all.get(id) }));
        });
    },

    tariff: function () {
        this.show(new TariffView());
    },

    recent: function () {
        var self = this;
        this.withHouseholds(function () {
            self.show(new RecentView({ collection: self.all }));
        });
    },

    withHouseholds: function (then) {
        if (this.all.length) {
            then();
        } else {
            this.all.fetch({ success: then });
        }
    },

    show: function (view) {
        if (this.view) {
            this.view.remove();
        }
        this.view = view;
        this.$page.empty().append(view.render().el);
    }
});
