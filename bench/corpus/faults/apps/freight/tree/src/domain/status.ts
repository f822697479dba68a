export enum ShipmentStatus {
  Booked = 'BOOKED',
  InTransit = 'IN_TRANSIT',
  OnHold = 'ON_HOLD',
  Delivered = 'DELIVERED',
  Unknown = 'UNKNOWN',
}

interface Badge { label: string; tone: 'calm' | 'busy' | 'done' }

const BADGES: Record<ShipmentStatus, Badge> = {
  [ShipmentStatus.Booked]: { label: 'Booked', tone: 'calm' },
  [ShipmentStatus.InTransit]: { label: 'On its way', tone: 'busy' },
  [ShipmentStatus.OnHold]: { label: 'Held', tone: 'busy' },
  [ShipmentStatus.Delivered]: { label: 'Delivered', tone: 'done' },
  [ShipmentStatus.Unknown]: { label: 'Unknown', tone: 'calm' },
};

export function parseStatus(text: string): ShipmentStatus {
  const known = Object.values(ShipmentStatus).find((value) => value === text);
  return known ?? ShipmentStatus.Unknown;
}

export function badgeOf(status: ShipmentStatus): Badge {
  return BADGES[status];
}
