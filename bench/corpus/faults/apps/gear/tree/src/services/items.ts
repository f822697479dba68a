import { createEntityAdapter, type EntityState } from '@reduxjs/toolkit';
import type { Span } from '../lib/dates';
import { api } from './api';

interface ItemDto {
  id: number;
  sku: string;
  title: string;
  category: string;
  daily_rate_cents: number;
  serviced_on: string | null;
  stock: number;
}

interface ItemDetailDto extends ItemDto {
  accessories: Accessory[];
}

export interface Accessory {
  name: string;
  included: boolean;
}

export interface Item {
  id: number;
  sku: string;
  title: string;
  category: string;
  rate: number;
  servicedOn: string | null;
  stock: number;
}

export interface ItemDetail extends Item {
  accessories: Accessory[];
  booked: Span[];
}

export const itemsAdapter = createEntityAdapter<Item>({
  sortComparer: (one, other) => one.title.localeCompare(other.title),
});

function toItem({ daily_rate_cents, serviced_on, ...rest }: ItemDto): Item {
  return { ...rest, rate: daily_rate_cents, servicedOn: serviced_on };
}

const itemsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listItems: build.query<EntityState<Item, number>, void>({
      query: () => 'items',
      transformResponse: (items: ItemDto[]) => itemsAdapter.setAll(itemsAdapter.getInitialState(), items.map(toItem)),
    }),
    getItem: build.query<ItemDetail, number>({
      queryFn: async (id, _store, _extra, fetchData) => {
        const [detail, calendar] = await Promise.all([fetchData(`items/${id}`), fetchData(`items/${id}/availability`)]);
        if (detail.error) return { error: detail.error };
        if (calendar.error) return { error: calendar.error };
        const { accessories, ...item } = detail.data as ItemDetailDto;
        const { booked } = calendar.data as { booked: Span[] };
        return { data: { ...toItem(item), accessories, booked } };
      },
    }),
  }),
});

export const { useListItemsQuery, useGetItemQuery } = itemsApi;

export const { selectAll: selectAllItems } = itemsAdapter.getSelectors();

/** One of the items of the list, without another request. */
export function useItemTitle(id: number): string {
  const { title } = useListItemsQuery(undefined, {
    selectFromResult: ({ data }) => ({ title: data?.entities[id]?.title }),
  });
  return title ?? `Item ${id}`;
}
