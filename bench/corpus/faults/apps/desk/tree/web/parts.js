import { ask, on, show } from './ajax.js';

const KEPT = 'desk.bench';
let page = 0;
let order = 0;

export function wireParts() {
  on('#parts', 'click', async () => {
    const { rows = [], supplier } = await ask('/parts?page=0', { fallback: { rows: [] } });
    page = 0;
    const [cheapest] = [...rows].sort((one, other) => one.cents - other.cents);
    const by = supplier?.label ? ` by ${supplier.label}` : '';
    show(cheapest ? `${rows.length} parts${by}, from ${cheapest.code.slice(0, 4)}` : 'no parts');
  });

  on('#more', 'click', async () => {
    page += 1;
    const { rows } = await ask(`/parts?page=${page}`, { fallback: { rows: [] } });
    show(rows?.length > 0 ? `up to ${rows[rows.length - 1].code}` : 'no more parts');
  });

  on('#look', 'input', async ({ target: { value } }) => {
    const mine = ++order;
    const found = await ask(`/parts/find?text=${encodeURIComponent(value)}`, { fallback: { hits: [] } });
    if (mine !== order) return;
    const best = (found.hits ?? []).find(({ exact }) => exact) ?? found.hits?.[0];
    show(best ? `best: ${best.code}` : 'no such part');
  });

  on('#reserve', 'click', async () => {
    const { reserved } = await ask('/parts/reserve', { form: { code: 'SPR-10' }, fallback: {} });
    show(reserved ? `shelf ${reserved.shelf.toUpperCase()}` : 'nothing is left');
  });

  on('#bench', 'click', () => {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(KEPT));
    } catch {
      kept = null;
    }
    const tools = Array.isArray(kept?.tools) ? kept.tools : [];
    show(tools.map((tool) => tool.label).join(', ') || 'an empty bench');
  });
}
