import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { ApiError } from './http/interceptors';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      refetchOnWindowFocus: false,
      throwOnError: (error) => !(error instanceof ApiError),
    },
  },
});

createRoot(document.querySelector('#root')!).render(
  <QueryClientProvider client={queries}>
    <App />
  </QueryClientProvider>,
);
