import { gql } from '../graphql/gql';

export interface Broadcast {
  id: string;
  startsAt: string;
  programme: { id: string; title: string };
}

export const SCHEDULE = gql<{ schedule: Broadcast[] }, { day: string }>`
  query Schedule($day: String!) {
    schedule(day: $day) { __typename id startsAt programme { __typename id title } }
  }
`;

export const ON_AIR = gql<{ onAir: { title: string; listeners: number } | null }>`
  query OnAir { onAir { title listeners } }
`;
