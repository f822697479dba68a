import { useQuery } from '@apollo/client/react';
import { when } from '../../components/dates';
import { VIEWER } from '../../graphql/operations';
import type { ViewerQuery } from '../../graphql/types';

type Membership = NonNullable<ViewerQuery['viewer']['membership']>;

const tierName = (tier: string) => tier.split('_').map((word) => word[0] + word.slice(1).toLowerCase()).join(' ');

export function MemberPage() {
  const { data } = useQuery(VIEWER);
  if (!data?.viewer) return <p>One moment</p>;
  const { nickname, membership, bookings } = data.viewer;
  return (
    <section>
      <h1>{nickname}</h1>
      {membership ? <Card membership={membership} /> : <p>Not a member</p>}
      <ul>{(bookings ?? []).map(({ id, course, session }) => <li key={id}>{course?.title ?? 'A course'} on {when(session.startsAt)}</li>)}</ul>
    </section>
  );
}

function Card({ membership: { tier, credits, renewsOn } }: { membership: Membership }) {
  return <p>{tierName(tier)}, {credits} credits, until {when(renewsOn)}</p>;
}
