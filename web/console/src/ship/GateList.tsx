import type { GateTold, Hotfix, Ship } from '@suture/wire/api';
import { goesAlong, lacks, place } from '../hotfix/presence';
import { Link } from '../route/Link';
import { withQuery } from '../route/route';
import { Icon, type IconName } from '../ui/Icon';
import { exactTime } from '../ui/time';
import { ReasonForm } from './ReasonForm';
import { gateNames, gateWords, isWaivable, type ShipStep } from './ship';

const icons: Record<GateTold['state'], IconName> = {
  passed: 'check',
  waived: 'note',
  failed: 'close',
};

const waiverHours = 24;

interface GateListProps {
  hotfix: Hotfix;
  ship: Ship;
  gates: readonly GateTold[];
  busy: boolean;
  onStep: (step: ShipStep) => void;
}

/** Every gate with what it found; what is closed can be opened here, by name and with a reason. */
export function GateList({ hotfix, ship, gates, busy, onStep }: GateListProps) {
  const open = ship.progress.state === 'proposed';
  const unopened = hotfix.lines.find((line) => lacks(line) && goesAlong(hotfix, line))?.line;
  const leftOut = gateNames.filter((name) => !ship.plan.policy.gates.includes(name));
  return (
    <ul className="gates" aria-label="Gates">
      {gates.map((gate) => {
        const [name, what] = gateWords[gate.gate];
        return (
          <li key={gate.gate} data-state={gate.state}>
            <span className="gate-mark">
              <Icon name={icons[gate.state]} size={14} />
            </span>
            <div className="gate-says">
              <b title={what}>{name}</b> <span className="gate-state">{gate.state}</span>
              <p>
                {gate.says}
                {gate.reporter && <span className="muted"> By {gate.reporter}.</span>}
              </p>
              {gate.waiver && gate.state === 'waived' && (
                <p className="muted">
                  Waived by {gate.waiver.by} until {exactTime(Date.parse(gate.waiver.until))}:{' '}
                  {gate.waiver.reason}
                </p>
              )}
            </div>
            {open && gate.state === 'failed' && (
              <div className="gate-act">
                {gate.gate === 'backport' && unopened && (
                  <Link
                    to={`/board${withQuery('', { project: ship.project, at: place(ship.hotfix, unopened) })}`}
                    className="button"
                  >
                    Bring it over
                  </Link>
                )}
                {gate.gate === 'approval' && (
                  <button
                    type="button"
                    className="button"
                    disabled={busy}
                    onClick={() => onStep({ step: 'approve' })}
                  >
                    Approve
                  </button>
                )}
                {isWaivable(gate.gate) && (
                  <ReasonForm
                    label="Waive"
                    question={`Why is ${name.toLowerCase()} not needed this time?`}
                    disabled={busy}
                    onReason={(reason) =>
                      onStep({ step: 'waive', gate: gate.gate, reason, hours: waiverHours })
                    }
                  />
                )}
              </div>
            )}
          </li>
        );
      })}
      {leftOut.length > 0 && (
        <li className="muted">
          <span />
          suture.yml does not ask for: {leftOut.map((gate) => gateWords[gate][0]).join(', ')}.
        </li>
      )}
    </ul>
  );
}
