'use strict';

var Handlebars = require('handlebars/dist/handlebars');
var days = require('./days');
var format = require('./format');

Handlebars.registerHelper('volume', format.volume);
Handlebars.registerHelper('money', format.money);
Handlebars.registerHelper('day', days.fromIso);
