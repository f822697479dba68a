import type { Event } from '@suture/wire/api';
import { useEffect } from 'react';
import { useBeside } from '../api/life';
import { pageKey } from '../app/keys';
import { Link } from '../route/Link';
import { navigate } from '../route/location';
import { issuePath } from '../route/route';
import { Icon, type IconName } from '../ui/Icon';
import { Time } from '../ui/Time';

/** Which event is shown, and the ways to the ones beside it. */
export function EventSteps({ issue, event }: { issue: string; event: Event }) {
  const { earlier, later, oldest, newest } = useBeside(issue, event.id).data ?? {};

  useEffect(() => {
    const press = (pressed: KeyboardEvent) => {
      const key = pageKey(pressed);
      const to = key === '[' ? earlier : key === ']' ? later : undefined;
      if (to) navigate(issuePath(issue, { event: to }), { replace: true });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [issue, earlier, later]);

  const step = (to: string | undefined, label: string, icon: IconName) => (
    <Step
      key={label}
      issue={issue}
      to={to === event.id ? undefined : to}
      label={label}
      icon={icon}
    />
  );
  return (
    <nav className="event-steps" aria-label="Events">
      <span>
        Event <code>{event.id.slice(0, 8)}</code>{' '}
        <span className="muted">
          <Time at={event.at} />
          {event.release && ` in ${event.release}`}
        </span>
      </span>
      <span className="spring" />
      {step(oldest, 'First event', 'first')}
      {step(earlier, 'Earlier event ([)', 'back')}
      {step(later, 'Later event (])', 'right')}
      {step(newest, 'Newest event', 'last')}
    </nav>
  );
}

interface StepProps {
  issue: string;
  to: string | undefined;
  label: string;
  icon: IconName;
}

function Step({ issue, to, label, icon }: StepProps) {
  if (!to)
    return (
      <span className="icon-button" aria-hidden="true" data-off>
        <Icon name={icon} />
      </span>
    );
  return (
    <Link
      to={issuePath(issue, { event: to })}
      replace
      className="icon-button"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </Link>
  );
}
