import type { FeedbackLine } from '@suture/wire/api';
import { Link } from '../route/Link';
import { issuePath, releasePath } from '../route/route';
import { byteSize } from '../ui/number';
import { Time } from '../ui/Time';
import { Untrusted } from '../ui/Untrusted';
import { filePath } from './feedback';

interface FeedbackLinesProps {
  project: string;
  lines: readonly FeedbackLine[];
  /** Whether the issue stands beside each; on its own page it need not. */
  showIssue?: boolean;
}

/** What people wrote, newest first. It is text, whatever it looks like. */
export function FeedbackLines({ project, lines, showIssue = false }: FeedbackLinesProps) {
  return (
    <ul className="feedback-list">
      {lines.map(({ feedback, issue }) => (
        <li key={feedback.id} className="panel feedback-line">
          <p className="feedback-who">
            <strong>{feedback.name ?? feedback.email ?? 'Somebody'}</strong>
            {feedback.name && feedback.email && <span className="muted">{feedback.email}</span>}
            <span className="muted">
              <Time at={feedback.at} />
            </span>
            <Untrusted />
          </p>
          <p className="feedback-text">{feedback.message}</p>
          <p className="side-list-facts">
            {showIssue && issue && (
              <Link to={issuePath(issue, feedback.event ? { event: feedback.event } : {})}>
                {issue}
              </Link>
            )}
            {feedback.release && (
              <Link to={releasePath(project, feedback.release)} className="mono">
                {feedback.release}
              </Link>
            )}
            {feedback.environment && <span className="muted">{feedback.environment}</span>}
            {feedback.url && <span className="muted wrap">{feedback.url}</span>}
            {feedback.files.map((file) => (
              <a key={file.name} href={filePath(project, feedback.id, file.name)} download>
                {file.name} ({byteSize(file.bytes)})
              </a>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
