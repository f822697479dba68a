import { parseStatus } from '../domain/status';
import type { Brief, Item, Leg, Shipment, TrackingEvent } from '../domain/types';

export interface BriefDto { id: string; reference: string; status: string; consignee: { name: string }; promised_on: string }
interface LegDto { id: string; from_depot: string; to_depot: string; departs_at: string; vehicle: { plate: string; driver_id: string } }
interface ItemDto { sku: string; quantity?: number; weight_kg: number }
export interface ShipmentDto {
  id: string;
  reference: string;
  status: string;
  consignee: { name: string; address: { city: string; geo?: { lat: number; lng: number } } };
  legs: LegDto[];
  items: ItemDto[];
  insurance: { provider: string; cover_cents: number } | null;
}
export interface EventDto { code: string; at: string; place?: { depot_id: string } }

export function toBrief({ id, reference, status, consignee: { name }, promised_on: promised }: BriefDto): Brief {
  return { id, reference, status: parseStatus(status), consignee: name, promised: new Date(promised) };
}

function toLeg({ id, from_depot: from, to_depot: to, departs_at, vehicle: { plate, driver_id: driverId } }: LegDto): Leg {
  return { id, from, to, departs: new Date(departs_at), plate, driverId };
}

function toItem({ sku, quantity = 1, weight_kg }: ItemDto): Item {
  return { sku, quantity, kilos: Number(weight_kg) };
}

export function toShipment(dto: ShipmentDto): Shipment {
  const { consignee, insurance } = dto;
  const { address } = consignee;
  return {
    id: dto.id,
    reference: dto.reference,
    status: parseStatus(dto.status),
    consignee: {
      name: consignee.name,
      city: address.city,
      position: address.geo && { lat: address.geo.lat, lng: address.geo.lng },
    },
    legs: dto.legs.map(toLeg),
    items: dto.items.map(toItem),
    insurance: insurance ? { provider: insurance.provider, coverCents: insurance.cover_cents } : undefined,
  };
}

export function toEvent({ code, at, place }: EventDto): TrackingEvent {
  return { code, at: new Date(at), depotId: place?.depot_id };
}
