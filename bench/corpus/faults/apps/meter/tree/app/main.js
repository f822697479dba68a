'use strict';

var $ = require('jquery');
var Backbone = require('backbone');

Backbone.$ = $;
require('./config');
require('./plugins/jquery.flash');
require('./plugins/jquery.suggest');
require('./lib/helpers');

var Router = require('./router');
var OutagesView = require('./views/outages');
var templates = require('./templates');

$(function () {
    var router = new Router({ $page: $('#page') });

    new OutagesView({ el: '#outages' }).start();
    $('#finder').suggest({
        url: '/ws/search',
        $list: $('#found'),
        item: function (hit, term) {
            return templates.hit({ id: hit.id, typed: term, rest: hit.street.substr(term.length) });
        }
    });
    router.on('route', function (name) {
        $.post('/ws/trail', { page: name });
    });
    Backbone.history.start();
});
