import { useState } from 'react';
import type { HiringReport } from '../../api/types';
import { formatDays } from '../../lib/format';

export function TimeToHire({ stats }: { stats: HiringReport['timeToHire'] }) {
  const [open, setOpen] = useState(false);
  return (
    <section>
      <button type="button" onClick={() => setOpen(!open)}>
        Time to hire
      </button>
      {open && <p>{`Median ${formatDays(stats.medianDays)}, 90th percentile ${formatDays(stats.p90Days)}`}</p>}
    </section>
  );
}
