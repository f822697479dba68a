import type { Dora, DoraFigures, DoraSummary } from '@suture/wire/api';
import { plural } from '../ui/number';
import { between, length, often, percent } from './delivery';
import type { Figure } from './FigureCard';
import type { TrendPoint } from './TrendChart';
import { pieceName } from './trend';

/** The five metrics in the order of dora.dev: throughput first, then instability. */
export function fiveFigures(dora: Dora): Figure[] {
  const { figures } = dora;
  const trend = (pick: (summary: DoraSummary) => number | undefined): TrendPoint[] =>
    dora.trend.map(({ from, summary }) => ({
      label: pieceName(from, dora.step),
      value: pick(summary),
    }));
  return [
    {
      title: 'Change lead time',
      meaning:
        'From the commit of a change to its deployment, the median over changes. A squashed request counts by its own commits where the origin keeps its branch, else from when it was squashed.',
      value: length(figures.leadTime.median),
      interval: between(figures.leadTime.interval, length),
      of: plural(figures.leadTime.n, 'change'),
      note:
        figures.leadTime.ninetieth === undefined
          ? undefined
          : `9 of 10 within ${length(figures.leadTime.ninetieth)}`,
      bins: figures.leadTime.bins,
      binsAre: 'How many changes took how long',
      trend: trend((summary) => summary.leadTime),
      say: length,
    },
    {
      title: 'Deployment frequency',
      meaning: 'Deployments of every kind over the days of the stretch.',
      value: often(figures.frequency.perDay),
      interval: between(figures.frequency.interval, (bound) =>
        often(bound, figures.frequency.perDay),
      ),
      of: plural(figures.frequency.n, 'deployment'),
      note: `on ${plural(figures.frequency.activeDays, 'day')}`,
      bins: figures.frequency.weeks,
      binsAre: 'How many weeks had how many deployments',
      trend: trend((summary) => summary.deployments),
      say: (count) => (count === undefined ? '–' : plural(count, 'deployment')),
    },
    recovery(
      figures,
      trend((summary) => summary.recovery),
    ),
    {
      title: 'Change fail rate',
      meaning: 'Failed deployments of those whose watch has closed; rollbacks are not counted.',
      value: percent(figures.changeFail.value),
      interval: between(figures.changeFail.interval, percent),
      of: `${figures.changeFail.hits} of ${plural(figures.changeFail.n, 'deployment')}`,
      note: provisional(figures),
      bins: split(figures.changeFail, 'failed', 'went well'),
      binsAre: 'How many deployments failed',
      trend: trend((summary) => summary.changeFail),
      say: percent,
      least: 0.1,
    },
    {
      title: 'Deployment rework rate',
      meaning: 'Hotfixes and rollbacks of all deployments.',
      value: percent(figures.rework.value),
      interval: between(figures.rework.interval, percent),
      of: `${figures.rework.hits} of ${plural(figures.rework.n, 'deployment')}`,
      bins: split(figures.rework, 'hotfix or rollback', 'planned'),
      binsAre: 'How many deployments were planned',
      trend: trend((summary) => summary.rework),
      say: percent,
      least: 0.1,
    },
  ];
}

function recovery(figures: DoraFigures, trend: TrendPoint[]): Figure {
  const { n, open, median, interval, bins } = figures.recovery;
  return {
    title: 'Failed deployment recovery time',
    meaning:
      'From a failed deployment to a remedy that is deployed and shown to work; the median by Kaplan and Meier, so that what is still open counts as lasting at least until now.',
    value: n > 0 && median === undefined ? 'not reached' : length(median),
    interval: between(interval, length),
    of: plural(n, 'failure'),
    note: open > 0 ? `${open} still open` : undefined,
    bins,
    binsAre: 'How many recoveries took how long',
    trend,
    say: length,
  };
}

function provisional({ provisional: { deployments, failed } }: DoraFigures): string | undefined {
  if (deployments === 0) return undefined;
  return `${deployments} still watched${failed > 0 ? `, ${failed} failed so far` : ''}`;
}

const split = ({ hits, n }: { hits: number; n: number }, hit: string, other: string) => [
  { label: hit, n: hits },
  { label: other, n: n - hits },
];
