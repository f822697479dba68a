import { gql } from '../graphql/gql';

export type Genre = 'JAZZ' | 'FOLK' | 'NEWS' | 'DRAMA';

export interface Card {
  id: string;
  title: string;
  genre: Genre;
  followed: boolean;
  followers: number;
}

export interface Episode {
  id: string;
  title: string;
  airedOn: string;
  minutes: number;
  stats: { plays: number; likes: number } | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Programme extends Card {
  host: { id: string; name: string } | null;
  episodes: { edges: Edge<Episode>[] };
}

const CARD = `fragment Card on Programme { __typename id title genre followed followers }`;
const EPISODE = `fragment Episode on Episode { __typename id title airedOn minutes stats { plays likes } }`;

interface ProgrammesAnswer {
  programmes: { edges: Edge<Card>[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
}

export const PROGRAMMES = gql<ProgrammesAnswer, { first: number; after: string | null }>`
  query Programmes($first: Int!, $after: String) {
    programmes(first: $first, after: $after) {
      edges { cursor node { ...Card } }
      pageInfo { endCursor hasNextPage }
    }
  }
  ${CARD}
`;

export const PROGRAMME = gql<{ programme: Programme | null }, { id: string }>`
  query Programme($id: ID!) {
    programme(id: $id) {
      ...Card
      host: presenter { __typename id name }
      episodes(first: 10) { edges { cursor node { ...Episode } } }
    }
  }
  ${CARD}
  ${EPISODE}
`;

interface FollowAnswer {
  follow: { programme: Card | null; problems: { message: string }[] };
}

export const FOLLOW = gql<FollowAnswer, { id: string }>`
  mutation Follow($id: ID!) {
    follow(id: $id) { programme { ...Card } problems { message } }
  }
  ${CARD}
`;
