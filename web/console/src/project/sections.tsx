import type { Project } from '@suture/wire/api';
import type { ComponentType } from 'react';
import { Artifacts } from './Artifacts';
import { Danger } from './Danger';
import { Deployments } from './Deployments';
import { Filters } from './Filters';
import { General } from './General';
import { Grouping } from './Grouping';
import { Handling } from './Handling';
import { Keys } from './Keys';
import { Limits } from './Limits';
import { Outcomes } from './Outcomes';
import { Privacy } from './Privacy';
import { Retention } from './Retention';

export interface Section {
  name: string;
  label: string;
  Content: ComponentType<{ project: Project }>;
}

/** The sections of a project's settings, in their order. One more is one file and one line here. */
export const sections: readonly Section[] = [
  { name: 'general', label: 'General', Content: General },
  { name: 'grouping', label: 'Grouping', Content: Grouping },
  { name: 'keys', label: 'Keys', Content: Keys },
  { name: 'issues', label: 'Issues', Content: Handling },
  { name: 'filters', label: 'Filters', Content: Filters },
  { name: 'privacy', label: 'Privacy', Content: Privacy },
  { name: 'limits', label: 'Limits and quotas', Content: Limits },
  { name: 'retention', label: 'Retention', Content: Retention },
  { name: 'artifacts', label: 'Source maps', Content: Artifacts },
  { name: 'deployments', label: 'Deployments', Content: Deployments },
  { name: 'outcomes', label: 'Outcomes', Content: Outcomes },
  { name: 'danger', label: 'Danger zone', Content: Danger },
];
