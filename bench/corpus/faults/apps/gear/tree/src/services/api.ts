import { type BaseQueryFn, createApi, type FetchArgs, fetchBaseQuery, type FetchBaseQueryError } from '@reduxjs/toolkit/query/react';

interface Envelope {
  data?: unknown;
  message?: string;
}

const rawBaseQuery = fetchBaseQuery({ baseUrl: '/api/v1' });

/** All answers come in an envelope, of which the endpoints see the data. */
export const envelopeBaseQuery: BaseQueryFn<string | FetchArgs, unknown, FetchBaseQueryError> = async (args, store, extra) => {
  const { data, error, meta } = await rawBaseQuery(args, store, extra);
  if (error) return { error, meta };
  return { data: (data as Envelope).data, meta };
};

export const api = createApi({
  reducerPath: 'api',
  baseQuery: envelopeBaseQuery,
  tagTypes: ['Booking'],
  endpoints: () => ({}),
});
