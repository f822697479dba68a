import { useMay } from '../account/queries';
import { navigate, useParam } from '../route/location';
import { type Tab, Tabs } from '../ui/Tabs';
import { useTitle } from '../ui/title';
import { AuditPanel } from './AuditPanel';
import { MembersPanel } from './MembersPanel';
import { ProjectsPanel } from './ProjectsPanel';
import { TeamsPanel } from './TeamsPanel';

const names = ['members', 'teams', 'projects', 'audit'] as const;
type Name = (typeof names)[number];

/** Who may do what here: people, teams, their projects, and what was changed about it. */
export function PeoplePage() {
  useTitle('People');
  const admin = useMay('member:admin');
  const owner = useMay('audit:read');
  const asked = useParam('show');
  const tabs: Tab<Name>[] = [
    { name: 'members', label: 'Members' },
    { name: 'teams', label: 'Teams' },
  ];
  if (admin) tabs.push({ name: 'projects', label: 'Projects' });
  if (owner) tabs.push({ name: 'audit', label: 'Audit log' });
  const selected = tabs.find((tab) => tab.name === asked)?.name ?? 'members';
  return (
    <div className="page page-narrow stack">
      <div className="page-head">
        <h1>People</h1>
      </div>
      <Tabs
        label="People"
        tabs={tabs}
        selected={selected}
        onSelect={(name) =>
          navigate(name === 'members' ? '/people' : `/people?show=${name}`, { replace: true })
        }
      >
        <div className="stack tab-body">
          {selected === 'members' && <MembersPanel />}
          {selected === 'teams' && <TeamsPanel />}
          {selected === 'projects' && <ProjectsPanel />}
          {selected === 'audit' && <AuditPanel />}
        </div>
      </Tabs>
    </div>
  );
}
