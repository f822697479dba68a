'use strict';

var $ = require('jquery');

$.ajaxSetup({ cache: true, timeout: 8000 });

// Deferreds keep what their callbacks throw to themselves: errors of ours belong to the page.
$.Deferred.exceptionHook = function (error) {
    window.setTimeout(function () {
        throw error;
    }, 0);
};
