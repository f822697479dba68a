import type { Project } from '@suture/wire/api';
import { Snippet } from '../ui/Snippet';

/** What to do where no session has come yet. */
export function SendSessions({ project }: { project: Project }) {
  return (
    <div className="empty empty-wide">
      <h2>No release of {project.name} is known yet</h2>
      <p>
        A release shows up when an event or a session names it, when it is deployed, or when
        sentry-cli announces it. The Sentry SDKs send sessions by themselves once they know the
        release:
      </p>
      <Snippet
        label="Copy the lines"
        text={`Sentry.init({
  dsn: '${project.dsn}',
  release: '${project.slug}@1.0.0',
  environment: 'production',
});`}
      />
      <p>
        BugSnag’s notifiers need <code>appVersion</code> and <code>endpoints.sessions</code>. A
        deployment is told by <code>suture deploy record</code>.
      </p>
    </div>
  );
}
