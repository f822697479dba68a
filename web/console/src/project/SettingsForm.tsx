import type { Project, ProjectSettings, Settings } from '@suture/wire/api';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Failure } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { Changes } from './Changes';
import { SaveBar } from './SaveBar';
import { useChangeSettings, useSettings } from './settings';

type SectionName = 'filters' | 'scrubbing' | 'limits';

interface FormProps<Name extends SectionName> {
  project: Project;
  section: Name;
  title: string;
  children: (draft: Settings[Name], set: (draft: Settings[Name]) => void) => ReactNode;
  /** Stands below the form and sees what is not saved yet. */
  below?: (draft: Settings[Name]) => ReactNode;
}

/** One section of the settings with save, undo and who changed it last. */
export function SettingsForm<Name extends SectionName>(props: FormProps<Name>) {
  const settings = useSettings(props.project.slug);
  if (settings.isPending) return <Skeleton height={420} />;
  if (settings.error) return <Failure error={settings.error} onRetry={() => settings.refetch()} />;
  return <Loaded key={settings.data.version} {...props} stored={settings.data} />;
}

function Loaded<Name extends SectionName>({
  project,
  section,
  title,
  children,
  below,
  stored,
}: FormProps<Name> & { stored: ProjectSettings }) {
  const before = stored.settings[section];
  const [draft, set] = useState<Settings[Name]>(before);
  const change = useChangeSettings(project.slug);
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ version: stored.version, [section]: cleaned(draft) });
  };
  return (
    <>
      <form className="panel" onSubmit={save}>
        <header className="panel-head">
          <h2>{title}</h2>
          <span className="head-end">
            <Changes settings={stored} section={section} />
          </span>
        </header>
        <div className="panel-body form">
          {children(draft, set)}
          <SaveBar
            changed={changed}
            saving={change.isPending}
            saved={change.isSuccess}
            error={change.error}
            onUndo={() => set(before)}
          />
        </div>
      </form>
      {below?.(draft)}
    </>
  );
}

/** Lists without the blank lines that typing leaves in them. */
function cleaned<T extends object>(draft: T): T {
  return Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value
            .map((each) => (typeof each === 'string' ? each.trim() : each))
            .filter((each) => each !== '')
        : value,
    ]),
  ) as T;
}
