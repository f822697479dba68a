import type { ReactNode } from 'react';
import { ThemeButton } from '../app/ThemeButton';
import { Mark } from '../ui/Mark';
import { useTitle } from '../ui/title';

interface DoorPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** What stands before the console: the mark, one form, nothing else. */
export function DoorPage({ title, lead, children }: DoorPageProps) {
  useTitle(title);
  return (
    <main className="door" id="content">
      <div className="door-theme">
        <ThemeButton />
      </div>
      <div className="door-card panel">
        <Mark size={40} />
        <h1>{title}</h1>
        {lead && <p className="door-lead muted">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
