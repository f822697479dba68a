import { useMembers, useTeams } from '../account/queries';

/** Whom an issue can be given to: the teams and the people of this server. */
export function useAssignable(): string[] {
  const teams = useTeams().data ?? [];
  const members = useMembers().data ?? [];
  return [
    ...teams.map((team) => `team:${team.slug}`),
    ...members.filter((member) => member.active).map((member) => `person:${member.name}`),
  ];
}
