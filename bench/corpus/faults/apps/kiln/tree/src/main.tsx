import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { client } from './graphql/client';

createRoot(document.getElementById('studio')!).render(
  <ApolloProvider client={client}>
    <App />
  </ApolloProvider>,
);
