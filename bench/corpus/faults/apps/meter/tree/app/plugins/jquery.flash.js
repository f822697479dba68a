'use strict';

var $ = require('jquery');

$.fn.flash = function (text, kind) {
    return this.each(function () {
        var $message = $('<p>').addClass(kind || 'info').text(text);
        $(this).empty().append($message);
    });
};
