import { api } from './api';

const noticesApi = api.injectEndpoints({
  endpoints: (build) => ({
    getNotice: build.query<{ text: string }, void>({ query: () => 'notices' }),
    trackVisit: build.mutation<null, string>({
      query: (page) => ({ url: 'visits', method: 'POST', body: { page } }),
    }),
  }),
});

export const { useGetNoticeQuery, useTrackVisitMutation } = noticesApi;
