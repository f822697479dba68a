import type { Bundle } from '@suture/wire/api';
import { plural } from '../ui/number';
import { Fact } from './Fact';

/** How the failing session differs from sessions that did not fail so. */
export function DifferenceFacts({ of }: { of: Bundle['differences'] }) {
  return (
    <>
      <Fact name="Differences" beside={`from ${plural(of.sessions, 'session')} without it`}>
        {of.network.length + of.console.length === 0 && 'None is known.'}
        {of.network.map((each) => (
          <div key={`${each.exchange} ${each.field}`}>
            <code>{each.endpoint}</code> {each.field && <code>{each.field}</code>}{' '}
            <b>{each.here}</b>
            <div className="muted">
              {each.there} in {plural(each.answers, 'other answer')}
            </div>
          </div>
        ))}
      </Fact>
      {of.console.length > 0 && (
        <Fact name="Console" beside="in no other session">
          {of.console.map((line) => (
            <div key={`${line.level} ${line.text}`}>
              {line.level} <code>{line.text}</code>
              {line.count > 1 && ` (${line.count} times)`}
            </div>
          ))}
        </Fact>
      )}
    </>
  );
}
