import { readFileSync } from 'node:fs';

const { me, depots, drivers, shipments, events, slots, tariff } = JSON.parse(
  readFileSync('server/freight.json', 'utf8'),
);
const found = (data) => (data === undefined ? refused(404, 'unknown', 'There is none of that name') : { body: { data } });
const refused = (status, code, message) => ({ status, body: { error: { code, message } } });
const brief = ({ id, reference, status, consignee, promised_on }) => ({ id, reference, status, consignee: { name: consignee.name }, promised_on });

export function route(method, url, body) {
  const [kind, id, part] = url.pathname.replace('/api/v1/', '').split('/');
  const shipment = shipments.find((each) => each.id === id);
  switch (`${method} ${kind}${part ? `/${part}` : ''}`) {
    case 'GET me':
      return found(me);
    case 'GET depots':
      return found(depots);
    case 'GET drivers':
      return found(drivers);
    case 'GET shipments': {
      if (id) return found(shipment);
      const state = url.searchParams.get('status');
      const list = shipments.filter(({ status }) => !state || status === state).map(brief);
      return { body: { data: list, meta: { page: 1, pages: 1, total: list.length } } };
    }
    case 'GET shipments/events':
      return { body: { events: events[id] ?? [], next_cursor: null } };
    case 'POST shipments/hold':
      if (shipment.status === 'DELIVERED') return refused(409, 'too_late', 'It was delivered already');
      shipment.status = 'ON_HOLD';
      return found({ id, status: shipment.status, hold: { reason: body.reason, released_on: '2026-11-30' } });
    case 'GET depots/slots':
      return found({ depot_id: id, days: slots[id] ?? [] });
    case 'POST quotes': {
      const zone = tariff.zones[body.zone];
      if (!zone || !(body.weight_kg > 0)) return refused(422, 'invalid', 'Zone and weight, please');
      const step = zone.steps.find(({ up_to_kg }) => body.weight_kg <= up_to_kg);
      if (!step) return refused(422, 'too_heavy', 'Nothing so heavy goes there');
      const lines = [{ label: 'Base', cents: zone.base }, { label: 'Weight', cents: step.cents }];
      return found({ number: 'Q-77', lines, valid_until: '2026-12-31' });
    }
    case 'GET alerts':
      return { body: { data: [{ id: 'a1', text: 'Fog on the northern road' }] } };
    case 'GET fuel':
      return { body: { data: { cents_per_litre: 171 } } };
    case 'POST telemetry':
      return { status: 202, body: {} };
    default:
      return refused(404, 'no_route', 'No such thing');
  }
}
