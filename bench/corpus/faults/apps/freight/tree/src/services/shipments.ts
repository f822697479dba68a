import { client } from '../http/client';
import { type BriefDto, type EventDto, type ShipmentDto, toBrief, toEvent, toShipment } from '../mappers/shipment';

export const shipmentService = {
  async list(status?: string) {
    const { data } = await client.get<{ data: BriefDto[] }>('/shipments', { params: { status: status || undefined } });
    return data.data.map(toBrief);
  },

  async one(id: string) {
    const { data } = await client.get<{ data: ShipmentDto }>(`/shipments/${id}`);
    return toShipment(data.data);
  },

  async events(id: string) {
    const { data } = await client.get<{ events: EventDto[] }>(`/shipments/${id}/events`);
    return data.events.map(toEvent);
  },

  async hold(id: string, reason: string) {
    const { data } = await client.post<{ data: { hold?: { released_on: string } } }>(`/shipments/${id}/hold`, { reason });
    return data.data;
  },
};
