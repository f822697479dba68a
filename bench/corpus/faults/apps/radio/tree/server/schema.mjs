import { buildSchema } from 'graphql';

export const schema = buildSchema(`
  enum Genre { JAZZ FOLK NEWS DRAMA }

  type Presenter { id: ID! name: String! }
  type Stats { plays: Int! likes: Int! }
  type Episode { id: ID! title: String! airedOn: String! minutes: Int! stats: Stats }
  type EpisodeEdge { cursor: String! node: Episode! }
  type EpisodeConnection { edges: [EpisodeEdge!]! }
  type Programme {
    id: ID!
    title: String!
    genre: Genre!
    followed: Boolean!
    followers: Int!
    presenter: Presenter
    episodes(first: Int!): EpisodeConnection!
  }
  type PageInfo { endCursor: String hasNextPage: Boolean! }
  type ProgrammeEdge { cursor: String! node: Programme! }
  type ProgrammeConnection { edges: [ProgrammeEdge!]! pageInfo: PageInfo! }
  type Broadcast { id: ID! startsAt: String! programme: Programme! }
  type OnAir { title: String! listeners: Int! }
  type Problem { message: String! }
  type FollowPayload { programme: Programme problems: [Problem!]! }

  type Query {
    programmes(first: Int!, after: String): ProgrammeConnection!
    programme(id: ID!): Programme
    schedule(day: String!): [Broadcast!]!
    onAir: OnAir
  }
  type Mutation { follow(id: ID!): FollowPayload! }
`);
