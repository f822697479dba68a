import { useEffect, useReducer } from 'react';
import { HealthStep } from './HealthStep';
import { SlotStep } from './SlotStep';
import { keep, restore, wizard } from './wizard';

const STEPS = {
  health: { title: 'Your health', Body: HealthStep },
  slot: { title: 'When and where', Body: SlotStep },
  done: { title: 'Thank you', Body: () => null },
};

export const BookingWizard = () => {
  const [state, go] = useReducer(wizard, undefined, restore);
  useEffect(() => keep(state), [state]);
  const { title, Body } = STEPS[state.step];
  return (
    <main>
      <h1>{title}</h1>
      <p role="status">{state.notice}</p>
      <Body state={state} go={go} />
    </main>
  );
};
