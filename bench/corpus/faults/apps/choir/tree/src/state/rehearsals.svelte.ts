import { get, post } from '../lib/api';
import { bus } from '../lib/bus';
import type { Item, Items, Rehearsal } from '../lib/types';

class Rehearsals {
  month = $state('2026-11');
  list = $state<Rehearsal[]>([]);
  next = $derived(this.list[0]);

  async show(month: string) {
    this.month = month;
    const result = await get<Items<Rehearsal>>(`rehearsals?month=${month}`);
    if (this.month !== month) return;
    this.list = result.ok ? result.value.items : [];
  }

  async excuse(id: string, member: string) {
    const result = await post<Item<Rehearsal>>(`rehearsals/${id}/absence`, { member });
    if (!result.ok) return bus.emit('said', { text: result.reason });
    const { absent } = result.value.item;
    bus.emit('absence', { rehearsal: id, absent });
    bus.emit('said', { text: `${absent.length} will be missing` });
  }
}

export const rehearsals = new Rehearsals();

bus.on('absence', ({ rehearsal, absent }) => {
  const found = rehearsals.list.find(({ id }) => id === rehearsal);
  if (found) found.absent = absent;
});
