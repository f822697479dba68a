import { request } from './client';
import type {
  ActivityEntry,
  Candidate,
  CandidateSummary,
  HiringReport,
  Interview,
  Job,
  Page,
  Scorecard,
  SearchHit,
  Session,
} from './types';

export const api = {
  session: () => request<Session>('/session'),

  jobs: {
    list: () => request<Page<Job>>('/jobs').then((page) => page.items),
  },

  candidates: {
    list: (job: string) =>
      request<Page<CandidateSummary>>('/candidates', { params: { job } }).then((page) => page.items),
    get: (id: string) => request<Candidate>(`/candidates/${id}`),
    scorecards: (id: string) =>
      request<{ items: Scorecard[] }>(`/candidates/${id}/scorecards`).then(({ items }) => items),
    activity: (id: string) =>
      request<{ entries: ActivityEntry[] }>(`/candidates/${id}/activity`).then(({ entries }) => entries),
    advance: (id: string) =>
      request<{ candidate: CandidateSummary; movedAt: string }>(`/candidates/${id}/advance`, {
        method: 'POST',
      }),
    search: (q: string, signal?: AbortSignal) =>
      request<{ query: string; hits: SearchHit[] }>('/candidates/search', { params: { q }, signal }),
  },

  interviews: {
    list: () => request<{ items: Interview[] }>('/interviews').then(({ items }) => items),
  },

  reports: {
    hiring: () => request<HiringReport>('/reports/hiring'),
  },

  notifications: () => request<{ unread: number }>('/notifications'),
};
