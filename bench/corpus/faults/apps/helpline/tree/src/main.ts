import { ApiClient } from './core/ApiClient';
import { Router } from './core/Router';
import { Drafts } from './services/Drafts';
import { TicketService } from './services/TicketService';
import { CustomerView } from './views/CustomerView';
import { HeaderView } from './views/HeaderView';
import { InboxView } from './views/InboxView';
import { StatsView } from './views/StatsView';
import { TicketView } from './views/TicketView';

const api = new ApiClient('/api');
const tickets = new TicketService(api);
const drafts = new Drafts();
const main = document.getElementById('main')!;

void new HeaderView(document.getElementById('header')!, api).mount();

new Router()
  .add('/', () => new InboxView(main, tickets))
  .add('/tickets/:id', ({ id }) => new TicketView(main, tickets, drafts, id))
  .add('/customers/:id', ({ id }) => new CustomerView(main, api, id))
  .add('/stats', () => new StatsView(main, api))
  .start();
