import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';
import { ApiError } from './api/client';
import { Layout } from './components/Layout';
import { CandidatePage } from './features/candidate/CandidatePage';
import { InterviewsPage } from './features/interviews/InterviewsPage';
import { JobsPage } from './features/jobs/JobsPage';
import { PipelinePage } from './features/pipeline/PipelinePage';
import { ReportsPage } from './features/reports/ReportsPage';
import { SessionProvider } from './session/SessionContext';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <SessionProvider>
        <BrowserRouter>
          <Routes>
            <Route element={<Layout />}>
              <Route index element={<JobsPage />} />
              <Route path="jobs/:jobId" element={<PipelinePage />} />
              <Route path="candidates/:candidateId" element={<CandidatePage />} />
              <Route path="interviews" element={<InterviewsPage />} />
              <Route path="reports" element={<ReportsPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </SessionProvider>
    </QueryClientProvider>
  </StrictMode>,
);
