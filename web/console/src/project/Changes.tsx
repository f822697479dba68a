import type { ProjectSettings } from '@suture/wire/api';
import { Time } from '../ui/Time';

/** Who changed a section, and when. */
export function Changes({ settings, section }: { settings: ProjectSettings; section: string }) {
  const last = settings.changes.find((change) => change.sections.includes(section));
  if (!last) return <p className="muted settings-note">These are the defaults.</p>;
  return (
    <p className="muted settings-note">
      Last changed <Time at={last.at} /> by {last.who} (version {last.version}).
    </p>
  );
}
