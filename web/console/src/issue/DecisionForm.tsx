import type { ActivityPage, Bundle, Deed } from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiPath, get, send } from '../api/client';
import { Failure } from '../ui/Notice';
import { Time } from '../ui/Time';
import { verdicts } from './handling';

type Decided = Extract<Deed, { kind: 'decided' }>;

const choices: Decided['way'][] = ['hotfix', 'rollback', 'switchOff', 'wait'];

interface Props {
  issue: string;
  verdict: NonNullable<Bundle['verdict']>['way'];
}

/** What was decided last, and a person's decision, kept with the verdict and its evidence. */
export function DecisionForm({ issue, verdict }: Props) {
  const path = apiPath(['issues', issue, 'activity']);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Decided['way']>();
  const activity = useQuery({
    queryKey: ['decisions', issue],
    queryFn: ({ signal }) => get<ActivityPage>(path, signal),
  });
  const decide = useMutation({
    mutationFn: (way: Decided['way']) =>
      send('POST', apiPath(['issues', issue, 'decisions']), { way }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['decisions', issue] }),
        client.invalidateQueries({ queryKey: ['activity', issue] }),
      ]),
  });
  const last = activity.data?.entries.find(({ deed }) => deed.kind === 'decided');
  const way = chosen ?? (verdict === 'cannotTell' ? 'wait' : verdict);
  return (
    <form
      className="decision"
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate(way);
      }}
    >
      {last?.deed.kind === 'decided' && (
        <p>
          {last.actor.name} decided: <b>{verdicts[last.deed.way]}</b>, <Time at={last.at} />
        </p>
      )}
      <label>
        <span className="muted">Decide</span>{' '}
        <select value={way} onChange={(event) => setChosen(choices[event.target.selectedIndex])}>
          {choices.map((each) => (
            <option key={each} value={each}>
              {verdicts[each]}
            </option>
          ))}
        </select>
      </label>{' '}
      <button type="submit" className="button" disabled={decide.isPending}>
        Record it
      </button>
      {decide.error && <Failure error={decide.error} />}
    </form>
  );
}
