import type { Capture } from '@suture/wire/api';
import { useMemo, useState } from 'react';
import { useEvent } from '../api/queries';
import { navigate, useSearch } from '../route/location';
import { withQuery } from '../route/route';
import { Guard } from '../ui/Guard';
import { Time } from '../ui/Time';
import { exactTime } from '../ui/time';
import { Untrusted } from '../ui/Untrusted';
import { CaptureView } from './CaptureView';

interface CapturePanelProps {
  issue: string;
  captures: readonly Capture[];
  chosen: string | undefined;
}

/** The captures of an issue, one of them open. */
export function CapturePanel({ issue, captures, chosen }: CapturePanelProps) {
  const search = useSearch();
  // The newest when the panel was opened stays: a later one must not interrupt the player.
  const [opened] = useState(captures[0]?.id);
  const byId = (id: string | undefined) => captures.find((each) => each.id === id);
  const capture = byId(chosen) ?? byId(opened) ?? captures[0];
  const event = useEvent(issue, capture?.id);
  const failure = useMemo(() => {
    const first = event.data?.thrown[0];
    if (!event.data || !first) return undefined;
    return { at: Date.parse(event.data.at), text: `${first.type}: ${first.value}` };
  }, [event.data]);
  if (!capture) return null;

  return (
    <section className="panel" id="capture" aria-labelledby="capture-title">
      <header className="panel-head">
        <h2 id="capture-title">Capture</h2>
        <span className="muted">
          <Time at={capture.at} /> · {capture.recorder}
        </span>
        <Untrusted />
        <span className="spring" />
        {captures.length > 1 && (
          <label className="select">
            <span className="hidden">Which capture</span>
            <select
              value={capture.id}
              onChange={(change) =>
                navigate(withQuery(search, { capture: change.target.value }), { replace: true })
              }
            >
              {captures.map((each, index) => (
                <option key={each.id} value={each.id}>
                  {`${captures.length - index}. ${each.title || 'Untitled'} (${exactTime(Date.parse(each.at))})`}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      {(capture.title || capture.note) && (
        <blockquote className="report">
          {capture.title && <strong>{capture.title}</strong>}
          {capture.note && <p>{capture.note}</p>}
        </blockquote>
      )}
      <Guard what="The capture" key={capture.id}>
        {event.isLoading ? (
          <div className="capture-view capture-waiting" />
        ) : (
          <CaptureView capture={capture} failure={failure} />
        )}
      </Guard>
    </section>
  );
}
