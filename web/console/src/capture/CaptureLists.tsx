import { useState } from 'react';
import { Guard } from '../ui/Guard';
import { Tabs } from '../ui/Tabs';
import { ActionText, ConsoleText, TimelineText } from './entries';
import { failed } from './exchange';
import { Network } from './Network';
import type { Playback } from './playback';
import { SyncedList } from './SyncedList';
import type { Entry } from './timeline';
import type { Parts } from './useParts';

type View = 'timeline' | 'console' | 'network' | 'actions';

interface CaptureListsProps {
  parts: Parts;
  timeline: readonly Entry[];
  playback: Playback;
}

/** What happened around the failure, each kind in a list of its own and all of it in one. */
export function CaptureLists({ parts, timeline, playback }: CaptureListsProps) {
  const { lines, exchanges, actions } = parts;
  const [view, setView] = useState<View>('timeline');
  const tabs = [
    { name: 'timeline', label: 'Timeline', count: timeline.length },
    {
      name: 'console',
      label: 'Console',
      count: lines.length,
      alarm: lines.some((line) => line.level === 'error'),
    },
    { name: 'network', label: 'Network', count: exchanges.length, alarm: exchanges.some(failed) },
    { name: 'actions', label: 'Actions', count: actions.length },
  ] as const;

  return (
    <Tabs label="The capture" tabs={tabs} selected={view} onSelect={setView}>
      <Guard what="This list" key={view}>
        {view === 'timeline' && (
          <SyncedList
            label="Timeline"
            things={timeline}
            playback={playback}
            tone={(entry) => entry.tone}
            empty={parts.pending ? 'Loading…' : 'Nothing was captured in this time.'}
            render={(entry, whole) => <TimelineText entry={entry} whole={whole} />}
          />
        )}
        {view === 'console' && (
          <SyncedList
            label="Console"
            things={lines}
            playback={playback}
            tone={(line) =>
              line.level === 'error' ? 'bad' : line.level === 'warn' ? 'warn' : undefined
            }
            empty="The page wrote nothing to the console in this time."
            render={(line, whole) => <ConsoleText line={line} whole={whole} />}
          />
        )}
        {view === 'network' && <Network exchanges={exchanges} playback={playback} />}
        {view === 'actions' && (
          <SyncedList
            label="Actions"
            things={actions}
            playback={playback}
            tone={() => undefined}
            empty="Nobody did anything on the page in this time."
            render={(action, whole) => <ActionText action={action} whole={whole} />}
          />
        )}
      </Guard>
    </Tabs>
  );
}
