import { listen } from './modules/updates.js';
import { register, start } from './modules/router.js';
import { watchTide } from './modules/tide.js';
import { faresPage } from './ui/fares.js';
import { harboursPage } from './ui/harbours.js';
import { sailingsPage } from './ui/sailings.js';
import { ticketsPage } from './ui/tickets.js';

register('sailings', sailingsPage);
register('tickets', ticketsPage);
register('fares', faresPage);
register('harbours', harboursPage);

listen();
watchTide();
start('sailings');
