import type {
  Alert,
  AlertChannel,
  AlertChannels,
  AlertCondition,
  AlertDeliveries,
  AlertDelivery,
  AlertRule,
  AlertRules,
  AlertSilence,
  AlertSilences,
  Alerts,
  AlertTrial,
} from '@suture/wire/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiPath, get, post, put, remove } from '../api/client';

/** How often what may change by itself is read again. */
const often = 5_000;

const path = (slug: string, ...more: string[]) => apiPath(['projects', slug, ...more]);

export function useAlerts(slug: string) {
  return useQuery({
    queryKey: ['alerts', slug],
    queryFn: ({ signal }) => get<Alerts>(path(slug, 'alerts'), signal),
    refetchInterval: often,
  });
}

export function useRules(slug: string) {
  return useQuery({
    queryKey: ['alert-rules', slug],
    queryFn: ({ signal }) => get<AlertRules>(path(slug, 'alert-rules'), signal),
    select: (answer) => answer.rules,
  });
}

export function useChannels(slug: string) {
  return useQuery({
    queryKey: ['alert-channels', slug],
    queryFn: ({ signal }) => get<AlertChannels>(path(slug, 'alert-channels'), signal),
    select: (answer) => answer.channels,
  });
}

export function useSilences(slug: string) {
  return useQuery({
    queryKey: ['alert-silences', slug],
    queryFn: ({ signal }) => get<AlertSilences>(path(slug, 'alert-silences'), signal),
    select: (answer) => answer.silences,
    refetchInterval: often,
  });
}

/** @param lively whether something is on its way and the answer is awaited */
export function useDeliveries(slug: string, lively = false) {
  return useQuery({
    queryKey: ['alert-deliveries', slug],
    queryFn: ({ signal }) => get<AlertDeliveries>(path(slug, 'alert-deliveries'), signal),
    select: (answer) => answer.deliveries,
    refetchInterval: lively ? 700 : often,
  });
}

/** A mutation after which everything about the alerts of a project is read again. */
function useChange<Given, Got>(slug: string, call: (given: Given) => Promise<Got>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSettled: () =>
      Promise.all(
        ['alerts', 'alert-rules', 'alert-channels', 'alert-silences', 'alert-deliveries'].map(
          (key) => client.invalidateQueries({ queryKey: [key, slug] }),
        ),
      ),
  });
}

export const useSaveRule = (slug: string) =>
  useChange(slug, ({ id, ...rule }: AlertRule) =>
    id === 0
      ? post<AlertRule>(path(slug, 'alert-rules'), rule)
      : put<AlertRule>(path(slug, 'alert-rules', String(id)), rule),
  );

export const useRemoveRule = (slug: string) =>
  useChange(slug, (id: number) => remove(path(slug, 'alert-rules', String(id))));

/** What goes in of a channel; a secret that is left out stays as it is. */
export interface ChannelWish {
  id: number;
  name: string;
  kind: AlertChannel['kind'];
  address?: string;
  secret?: string;
  on: boolean;
}

export const useSaveChannel = (slug: string) =>
  useChange(slug, ({ id, ...wish }: ChannelWish) =>
    id === 0
      ? post<AlertChannel>(path(slug, 'alert-channels'), wish)
      : put<AlertChannel>(path(slug, 'alert-channels', String(id)), wish),
  );

export const useRemoveChannel = (slug: string) =>
  useChange(slug, (id: number) => remove(path(slug, 'alert-channels', String(id))));

export const useTestChannel = (slug: string) =>
  useChange(slug, (id: number) =>
    post<AlertDelivery>(path(slug, 'alert-channels', String(id), 'test'), {}),
  );

export interface SilenceWish {
  rule?: number;
  subject?: string;
  reason: string;
  hours: number;
}

export const useSilence = (slug: string) =>
  useChange(slug, (wish: SilenceWish) => post<AlertSilence>(path(slug, 'alert-silences'), wish));

export const useEndSilence = (slug: string) =>
  useChange(slug, (id: number) => remove(path(slug, 'alert-silences', String(id))));

export const useAcknowledge = (slug: string) =>
  useChange(slug, (id: number) => post<Alert>(path(slug, 'alerts', String(id), 'acknowledge'), {}));

export const useSendAgain = (slug: string) =>
  useChange(slug, (id: number) =>
    post<AlertDelivery>(path(slug, 'alert-deliveries', String(id), 'again'), {}),
  );

/** Asks when a rule would have fired. It changes nothing. */
export function useTrial(slug: string) {
  return useMutation({
    mutationFn: (condition: AlertCondition) =>
      post<AlertTrial>(path(slug, 'alert-rules', 'trial'), { condition }),
  });
}
