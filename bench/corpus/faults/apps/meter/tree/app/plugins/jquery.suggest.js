'use strict';

var $ = require('jquery');
var _ = require('underscore');

/**
 * Offers what the server finds while somebody types.
 *   url    where to ask
 *   $list  where to show what is found
 *   item   makes the HTML of a hit, for what was typed
 */
$.fn.suggest = function (options) {
    return this.each(function () {
        var $input = $(this);
        var asked = 0;

        function show(term, hits) {
            options.$list.html(_.map(hits, function (hit) {
                return options.item(hit, term);
            }).join(''));
        }

        function ask() {
            var term = $.trim($input.val());
            var mine = ++asked;
            if (term.length < 2) {
                options.$list.empty();
                return;
            }
            $.getJSON(options.url, { q: term }).then(function (hits) {
                if (mine === asked) {
                    show(term, hits);
                }
            });
        }

        $input.on('input', _.debounce(ask, 50));
        options.$list.on('click', 'a', function () {
            options.$list.empty();
            $input.val('');
        });
    });
};
