import { api } from './api';

export type BookingState = 'requested' | 'confirmed' | 'out' | 'returned';

export interface Booking {
  id: string;
  reference: string;
  itemId: number;
  from: string;
  days: number;
  state: BookingState;
  renter: string;
}

interface BookingDto {
  id: string;
  reference: string;
  item_id: number;
  from: string;
  days: number;
  state: BookingState;
  renter: { name: string; company: string | null };
}

export interface BookingRequest {
  itemId: number;
  from: string;
  days: number;
  renter: string;
}

export interface Quote {
  steps: { day: number; cents: number }[];
  total: number;
}

function toBooking({ item_id, renter, ...rest }: BookingDto): Booking {
  const { name, company } = renter;
  return { ...rest, itemId: item_id, renter: company ? `${name}, ${company}` : name };
}

const bookingsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listBookings: build.query<Booking[], void>({
      query: () => 'bookings',
      transformResponse: (bookings: BookingDto[]) => bookings.map(toBooking),
      providesTags: ['Booking'],
    }),
    createBooking: build.mutation<BookingDto, BookingRequest>({
      query: (body) => ({ url: 'bookings', method: 'POST', body }),
      invalidatesTags: ['Booking'],
    }),
    getQuote: build.query<Quote, { itemId: number; days: number }>({
      query: ({ itemId, days }) => ({ url: 'quotes', params: { item: itemId, days } }),
      transformResponse: ({ steps, total_cents }: { steps: Quote['steps']; total_cents: number }) => ({ steps, total: total_cents }),
    }),
  }),
});

export const { useListBookingsQuery, useCreateBookingMutation, useGetQuoteQuery, useLazyGetQuoteQuery } = bookingsApi;
