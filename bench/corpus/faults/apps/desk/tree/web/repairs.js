import { ask, on, show } from './ajax.js';

/** A repair as the pages speak of it. */
class Repair {
  constructor({ id, item, customer = {}, notes = [], quote = null }) {
    Object.assign(this, { id, item, customer, notes, quote });
  }

  get who() {
    return this.customer?.called ? this.customer.called.split(' ').pop() : 'somebody';
  }

  get price() {
    const { parts = 0, work = 0 } = this.quote ?? {};
    return (parts + work).toFixed(2);
  }

  lastNote() {
    const note = this.notes?.[this.notes.length - 1];
    return note ? note.text.trim() : 'no note';
  }
}

export function wireRepairs() {
  on('.repair .tell', 'click', async ({ currentTarget }) => {
    const { id } = currentTarget.closest('.repair').dataset;
    const { repair } = await ask(`/repairs/${id}`, { fallback: {} });
    if (!repair) return show('This repair cannot be shown');
    const told = new Repair(repair);
    show(`${told.item} of ${told.who}: ${told.price}, ${told.lastNote()}`);
  });

  on('.repair .advance', 'click', ({ currentTarget }) => {
    const { id } = currentTarget.closest('.repair').dataset;
    ask(`/repairs/${id}/advance`, { form: { by: 'desk' }, fallback: { step: null } }).then(({ step }) => {
      show(step ? `Now ${step.label.toLowerCase()}` : 'It stays as it is');
    });
  });

  on('#summary', 'click', () => {
    ask('/summary', { fallback: { states: {} } })
      .then((answer) => answer.states)
      .then((states) => Object.entries(states ?? {}).map(([state, list]) => `${state}: ${list.length}`))
      .then((lines) => show(lines.join(', ') || 'nothing to do'));
  });
}
