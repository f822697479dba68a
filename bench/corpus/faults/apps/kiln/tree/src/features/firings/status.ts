import { FiringStatus } from '../../graphql/types';

interface Look { label: string; hot: boolean; order: number }

const LOOKS: { [status in FiringStatus]: Look } = {
  [FiringStatus.Heating]: { label: 'Heating up', hot: true, order: 0 },
  [FiringStatus.Cooling]: { label: 'Cooling down', hot: true, order: 1 },
  [FiringStatus.Planned]: { label: 'Planned', hot: false, order: 2 },
  [FiringStatus.Unloaded]: { label: 'Unloaded', hot: false, order: 3 },
};
const UNKNOWN: Look = { label: 'Ask the technician', hot: true, order: 9 };

export function lookOf(status: FiringStatus): Look {
  return LOOKS[status] ?? UNKNOWN;
}
