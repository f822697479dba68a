import type { Depot, Driver, Person, Slots } from '../domain/types';

export interface DepotDto { id: string; name: string; code: string; hours?: { open: string; close: string } }
export interface DriverDto { id: string; first_name: string; last_name: string; licence?: { class: string; expires_on: string }; home_depot: string }
export interface PersonDto { id: string; name: string; role: string; depot_id: string; contact?: { phones?: { kind: string; number: string }[] } }
export interface SlotsDto { depot_id: string; days: { date: string; free?: { from: string }[] }[] }

export const toDepot = ({ id, name, code, hours }: DepotDto): Depot => ({
  id,
  name,
  code,
  opens: hours?.open ?? 'closed',
  closes: hours?.close ?? 'closed',
});

export const toDriver = (dto: DriverDto): Driver => ({
  id: dto.id,
  fullName: [dto.first_name, dto.last_name].filter(Boolean).join(' '),
  licence: dto.licence?.class ?? 'none',
  expires: new Date(dto.licence?.expires_on ?? 0),
  home: dto.home_depot,
});

export const toPerson = ({ contact, depot_id: depotId, ...rest }: PersonDto): Person => ({
  ...rest,
  depotId,
  phone: contact?.phones?.find(({ kind }) => kind === 'mobile')?.number,
});

export const toSlots = ({ depot_id: depotId, days }: SlotsDto): Slots => ({
  depotId,
  days: days.map(({ date, free = [] }) => ({ date, times: free.map(({ from }) => from) })),
});
