import { activityTab } from './ActivityTab';
import { eventsTab } from './EventsTab';
import { feedbackTab } from './FeedbackTab';
import { groupingTab } from './GroupingTab';
import { hotfixesTab } from './HotfixesTab';
import { overviewTab } from './OverviewTab';
import { releasesTab } from './ReleasesTab';
import { similarTab } from './SimilarTab';
import { tagsTab } from './TagsTab';
import type { IssueTab } from './tab';
import { usersTab } from './UsersTab';

/** The tabs of the issue page in their order; the first is the one without a word in the address. */
export const issueTabs: readonly IssueTab[] = [
  overviewTab,
  eventsTab,
  tagsTab,
  usersTab,
  releasesTab,
  feedbackTab,
  groupingTab,
  similarTab,
  hotfixesTab,
  activityTab,
];
