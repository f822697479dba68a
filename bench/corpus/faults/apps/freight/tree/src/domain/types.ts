import type { ShipmentStatus } from './status';

export interface Brief { id: string; reference: string; status: ShipmentStatus; consignee: string; promised: Date }
export interface Leg { id: string; from: string; to: string; departs: Date; plate: string; driverId: string }
export interface Item { sku: string; quantity: number; kilos: number }
export interface Position { lat: number; lng: number }
export interface Insurance { provider: string; coverCents: number }
export interface Shipment {
  id: string;
  reference: string;
  status: ShipmentStatus;
  consignee: { name: string; city: string; position?: Position };
  legs: Leg[];
  items: Item[];
  insurance?: Insurance;
}
export interface TrackingEvent { code: string; at: Date; depotId?: string }
export interface Depot { id: string; name: string; code: string; opens: string; closes: string }
export interface Driver { id: string; fullName: string; licence: string; expires: Date; home: string }
export interface Slots { depotId: string; days: { date: string; times: string[] }[] }
export interface Quote { number: string; lines: { label: string; cents: number }[]; totalCents: number; validUntil: Date }
export interface Person { id: string; name: string; role: string; depotId: string; phone?: string }
