import type { IconName } from '../ui/Icon';

/** An assignee taken apart: `team:checkout` is a team called checkout. */
export interface Assignee {
  kind: 'person' | 'team' | 'agent';
  name: string;
}

const kinds = ['person', 'team', 'agent'] as const;

export function parseAssignee(text: string): Assignee | undefined {
  const kind = kinds.find((each) => text.startsWith(`${each}:`));
  const name = kind && text.slice(kind.length + 1).trim();
  return kind && name ? { kind, name } : undefined;
}

/** What somebody typed as an assignee: with its kind, or the name of a person. */
export function typedAssignee(text: string): string | undefined {
  const typed = text.trim().replace(/^@/, '');
  if (!typed) return undefined;
  return parseAssignee(typed) ? typed : `person:${typed}`;
}

export const assigneeIcons: Record<Assignee['kind'], IconName> = {
  person: 'person',
  team: 'team',
  agent: 'agent',
};
