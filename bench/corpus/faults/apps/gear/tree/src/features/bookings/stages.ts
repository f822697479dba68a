import { capitalize } from 'lodash-es';
import type { BookingState } from '../../services/bookings';

interface Stage {
  label: string;
  order: number;
}

const STAGES: Record<BookingState, Stage> = {
  requested: { label: 'To confirm', order: 1 },
  confirmed: { label: 'Confirmed', order: 2 },
  out: { label: 'Handed out', order: 3 },
  returned: { label: 'Back', order: 4 },
};

export function stageOf(state: BookingState): Stage {
  return STAGES[state] ?? { label: capitalize(state), order: 9 };
}
