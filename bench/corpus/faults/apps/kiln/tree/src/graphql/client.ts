import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';

const errors = new ErrorLink(({ error, operation }) => {
  console.info(`${operation.operationName}: ${error.message}`);
});

export const client = new ApolloClient({
  link: ApolloLink.from([errors, new HttpLink({ uri: '/graphql' })]),
  cache: new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          course: (existing, { args, toReference }) => existing ?? toReference({ __typename: 'Course', id: args?.id }),
        },
      },
    },
  }),
  defaultOptions: {
    watchQuery: { errorPolicy: 'all' },
    mutate: { errorPolicy: 'none' },
  },
});
