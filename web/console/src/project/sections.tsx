import type { Project } from '@suture/wire/api';
import type { ComponentType } from 'react';
import { Danger } from './Danger';
import { General } from './General';
import { Handling } from './Handling';
import { Keys } from './Keys';

export interface Section {
  name: string;
  label: string;
  Content: ComponentType<{ project: Project }>;
}

/** The sections of a project's settings, in their order. One more is one file and one line here. */
export const sections: readonly Section[] = [
  { name: 'general', label: 'General', Content: General },
  { name: 'keys', label: 'Keys', Content: Keys },
  { name: 'issues', label: 'Issues', Content: Handling },
  { name: 'danger', label: 'Danger zone', Content: Danger },
];
