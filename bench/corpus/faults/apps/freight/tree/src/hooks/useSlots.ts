import { useEffect, useState } from 'react';
import type { Slots } from '../domain/types';
import { companyService } from '../services/company';

/** The free times of a depot, as long as it is the one that is asked for. */
export function useSlots(depotId: string | undefined) {
  const [slots, setSlots] = useState<Slots>();
  useEffect(() => {
    if (!depotId) return;
    let wanted = true;
    companyService.slots(depotId).then(
      (next) => {
        if (wanted) setSlots(next);
      },
      () => wanted && setSlots(undefined),
    );
    return () => {
      wanted = false;
    };
  }, [depotId]);
  return slots;
}
