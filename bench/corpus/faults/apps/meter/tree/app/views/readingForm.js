'use strict';

var $ = require('jquery');
var days = require('../lib/days');

var PROBLEMS = {
    below: 'The meter has never stood lower',
    incomplete: 'Something is missing'
};

function valuesOf($form) {
    return {
        at: days.toIso($.trim($form.find('[name=at]').val())),
        value: parseFloat($form.find('[name=value]').val().replace(',', '.'))
    };
}

exports.send = function ($form, readings) {
    var values = valuesOf($form);
    if (!values.at || isNaN(values.value)) {
        $('#flash').flash('Write a day as 1.11.2026 and a number', 'error');
        return;
    }
    $.ajax({
        url: readings.url(),
        type: 'POST',
        contentType: 'application/json',
        dataType: 'json',
        data: JSON.stringify(values)
    }).done(function (answer) {
        readings.add(answer.row, { parse: true });
        $('#flash').flash('Thank you for the reading of ' + days.fromIso(answer.row.at));
    }).fail(function (xhr) {
        var problem = xhr.responseJSON && xhr.responseJSON.problem;
        $('#flash').flash(PROBLEMS[problem] || 'The reading was not taken', 'error');
    });
};
