import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { byId } from '../lib/collect';
import { companyService } from '../services/company';
import { askQuote } from '../services/quotes';
import { shipmentService } from '../services/shipments';

export const useShipments = (status: string) =>
  useQuery({ queryKey: ['shipments', status], queryFn: () => shipmentService.list(status) });

export const useShipment = (id: string) =>
  useQuery({ queryKey: ['shipment', id], queryFn: () => shipmentService.one(id) });

export const useEvents = (id: string) =>
  useQuery({ queryKey: ['shipment', id, 'events'], queryFn: () => shipmentService.events(id) });

export const useDepots = () =>
  useQuery({ queryKey: ['depots'], queryFn: () => companyService.depots(), select: byId, staleTime: 60_000 });

export const useDrivers = () =>
  useQuery({ queryKey: ['drivers'], queryFn: () => companyService.drivers(), staleTime: 60_000 });

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => companyService.me() });

export const useAlerts = () =>
  useQuery({ queryKey: ['alerts'], queryFn: () => companyService.alerts(), refetchInterval: 500 });

export const useFuel = () =>
  useQuery({ queryKey: ['fuel'], queryFn: () => companyService.fuel(), refetchInterval: 700 });

export const useQuote = () => useMutation({ mutationFn: askQuote });

export function useHold(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => shipmentService.hold(id, reason),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['shipments'] }),
  });
}
