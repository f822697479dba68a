import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { candidateQuery } from '../../api/queries';
import { LoadError, Loading } from '../../components/QueryState';
import { Tabs } from '../../components/Tabs';
import { ActivityTab } from './ActivityTab';
import { OfferTab } from './OfferTab';
import { OverviewTab } from './OverviewTab';
import { ScorecardsTab } from './ScorecardsTab';

const TABS = [
  { id: 'overview', label: 'Overview' },
  { id: 'scorecards', label: 'Scorecards' },
  { id: 'offer', label: 'Offer' },
  { id: 'activity', label: 'Activity' },
] as const;

type TabId = (typeof TABS)[number]['id'];

export function CandidatePage() {
  const { candidateId = '' } = useParams();
  const [tab, setTab] = useState<TabId>('overview');
  const { data: candidate, isPending, isError } = useQuery(candidateQuery(candidateId));

  if (isPending) return <Loading what="candidate" />;
  if (isError) return <LoadError what="candidate" />;
  return (
    <>
      <h1>{candidate.name}</h1>
      <Tabs tabs={TABS} active={tab} onChange={setTab} />
      {tab === 'overview' && <OverviewTab candidate={candidate} />}
      {tab === 'scorecards' && <ScorecardsTab candidateId={candidate.id} />}
      {tab === 'offer' && <OfferTab candidate={candidate} />}
      {tab === 'activity' && <ActivityTab candidateId={candidate.id} />}
    </>
  );
}
