import { api } from './api';

export interface MonthRevenue {
  month: string;
  cents: number;
}

const reportsApi = api.injectEndpoints({
  endpoints: (build) => ({
    getRevenue: build.query<MonthRevenue[], number>({
      query: (year) => `revenue/${year}`,
      transformResponse: ({ months }: { months: MonthRevenue[] }) => months,
    }),
  }),
});

export const { useGetRevenueQuery } = reportsApi;
