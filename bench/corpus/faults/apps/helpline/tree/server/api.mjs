import { agent, customers, stats, tickets } from './seed.mjs';

const ok = (body, status = 200) => ({ status, body });

export class TicketApi {
  #waiting = 4;

  handle(method, path, body) {
    const [, , resource, id, action] = path.split('/');
    switch (`${method} ${resource}`) {
      case 'GET agent':
        return ok(agent);
      case 'GET queue':
        this.#waiting = (this.#waiting % 6) + 1;
        return ok({ waiting: this.#waiting });
      case 'GET tickets':
        return id ? this.ticket(id) : ok({ tickets: tickets.map((ticket) => this.summary(ticket)) });
      case 'POST tickets':
        return action === 'replies' ? this.reply(id, body) : ok({ error: 'unknown_action' }, 404);
      case 'GET customers':
        return this.customer(id);
      case 'GET stats':
        return ok(stats);
      default:
        return ok({ error: 'not_found' }, 404);
    }
  }

  summary({ id, subject, status, priority, tags, customerId }) {
    const { name } = customers.find((customer) => customer.id === customerId);
    return { id, subject, status, priority, tags, customer: { id: customerId, name } };
  }

  ticket(id) {
    const found = tickets.find((ticket) => ticket.id === id);
    if (!found) return ok({ error: 'no_ticket' }, 404);
    return ok({ ...this.summary(found), sla: found.sla, messages: found.messages });
  }

  reply(id, { text }) {
    const ticket = tickets.find((each) => each.id === id);
    if (!ticket) return ok({ error: 'no_ticket' }, 404);
    if (ticket.status === 'closed') return ok({ error: 'ticket_closed' }, 409);
    const message = { id: `${id}-${ticket.messages.length + 1}`, from: { name: agent.name }, text, sentAt: '2026-11-27T10:00:00Z' };
    ticket.messages.push(message);
    return ok({ message }, 201);
  }

  customer(id) {
    const found = customers.find((customer) => customer.id === id);
    if (!found) return ok({ error: 'no_customer' }, 404);
    const { name, plan, seats, email, orders } = found;
    return ok({ id, name, plan: { name: plan, seats }, contact: { email }, orders });
  }
}
