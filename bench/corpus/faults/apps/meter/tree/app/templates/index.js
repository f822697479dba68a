'use strict';

var Handlebars = require('handlebars/dist/handlebars');

exports.households = Handlebars.compile(require('./households.hbs'));
exports.household = Handlebars.compile(require('./household.hbs'));
exports.readings = Handlebars.compile(require('./readings.hbs'));
exports.bills = Handlebars.compile(require('./bills.hbs'));
exports.tariff = Handlebars.compile(require('./tariff.hbs'));
exports.recent = Handlebars.compile(require('./recent.hbs'));
exports.hit = Handlebars.compile(require('./hit.hbs'));
