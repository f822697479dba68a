import type { HiringReport } from '../../api/types';
import { formatPercent } from '../../lib/format';
import { STAGE_LABELS } from '../pipeline/stages';

export interface FunnelRow {
  label: string;
  count: number;
  conversion: string;
}

export function funnelRows(funnel: HiringReport['funnel']): FunnelRow[] {
  return funnel.map(({ stage, count }, index) => ({
    label: STAGE_LABELS[stage],
    count,
    conversion: index === 0 ? '' : formatPercent(count, funnel[index - 1].count),
  }));
}

export function bestSource(sources: HiringReport['sources']): string {
  const rates = sources.map(({ channel, hires, applicants }) => ({ channel, rate: hires / applicants }));
  rates.sort((a, b) => b.rate - a.rate);
  return rates[0]?.channel ?? 'none';
}
