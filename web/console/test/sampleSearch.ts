import type { EventPage, Facets, SearchLanguage, Tags, TagValues } from '@suture/wire/api';
import { rows } from './sampleIssues';

export const language: SearchLanguage = {
  keys: [
    { name: 'is', meaning: 'state of the issue' },
    { name: 'assigned', meaning: 'whom the issue is assigned to' },
    { name: 'firstSeen', meaning: 'when the issue was first seen' },
    { name: 'events', meaning: 'how many events the issue has' },
  ],
  states: [
    { name: 'unresolved', meaning: 'neither resolved nor archived' },
    { name: 'resolved', meaning: 'resolved' },
    { name: 'new', meaning: 'first seen within the last day' },
  ],
};

const counted: Record<string, [value: string, events: number][]> = {
  environment: [
    ['production', 18_210],
    ['staging', 1_400],
  ],
  release: [
    ['shop@1.4.2', 12_400],
    ['shop@1.4.1', 5_120],
    ['shop@1.3.9', 990],
  ],
  browser: [
    ['Chrome 126', 11_020],
    ['Safari 17', 5_300],
    ['Firefox 127', 2_100],
    ['Samsung Internet 25', 120],
  ],
  os: [
    ['Windows 10', 9_000],
    ['iOS 17.5', 4_800],
    ['Android 14', 3_300],
  ],
  level: [['error', 19_610]],
  url: [['https://shop.example/checkout/with/a/very/long/path/to/pay', 8_040]],
  plan: [
    ['gold', 700],
    ['silver', 200],
  ],
};

export const facets: Facets = {
  tags: Object.entries(counted).map(([name, all]) => ({
    name,
    events: all.reduce((sum, [, events]) => sum + events, 0),
    distinct: all.length + (name === 'release' ? 14 : 0),
    values: all.map(([value, events]) => ({ value, events, issues: 3 })),
  })),
  issues: 500,
  partial: true,
};

export const tags: Tags = {
  tags: facets.tags.map(({ name, events }) => ({ name, events })),
};

export const values = (name: string): TagValues => ({
  values: facets.tags.find((tag) => tag.name === name)?.values ?? [],
});

export const events = (): EventPage['events'] =>
  rows(24).map(({ issue }, index) => ({
    id: index.toString(16).padStart(32, '0'),
    project: issue.project,
    issue: issue.id,
    at: issue.lastSeen,
    title: issue.title,
    level: issue.level,
    release: 'shop@1.4.2',
    environment: 'production',
    user: 'ann@shop.example',
    browser: 'Chrome 126',
    os: 'Windows 10',
    url: 'https://shop.example/checkout',
    captured: false,
  }));
