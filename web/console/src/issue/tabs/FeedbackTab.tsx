import { FeedbackLines } from '../../feedback/FeedbackLines';
import { useIssueFeedback } from '../../feedback/feedback';
import { Failure } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import type { IssueTab, TabProps } from './tab';

function Feedback({ detail: { issue } }: TabProps) {
  const feedback = useIssueFeedback(issue.id);
  if (feedback.error && !feedback.data)
    return <Failure error={feedback.error} onRetry={() => feedback.refetch()} />;
  if (!feedback.data) return <Skeleton height={160} />;
  if (feedback.data.length === 0)
    return <p className="muted">Nobody wrote anything about the events of this issue.</p>;
  return <FeedbackLines project={issue.project} lines={feedback.data} />;
}

export const feedbackTab: IssueTab = { name: 'feedback', label: 'Feedback', View: Feedback };
