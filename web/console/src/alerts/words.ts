import type { Alert, AlertChannel, AlertCondition, AlertDelivery } from '@suture/wire/api';

export type Kind = AlertCondition['kind'];

/** What a rule may wait for, in the words of the list it is chosen from. */
export const kindLabels: Record<Kind, string> = {
  newIssue: 'A new issue',
  regressed: 'A resolved issue is back',
  escalating: 'An issue escalates',
  rate: 'Many events',
  users: 'Many users hit',
  crashFree: 'Crash-free sessions fall',
  watch: 'A deployment made it worse',
  backport: 'A fix is not on every line',
  checkIn: 'A job failed or missed its check-in',
};

export const channelLabels: Record<AlertChannel['kind'], string> = {
  slack: 'Slack',
  teams: 'Microsoft Teams',
  discord: 'Discord',
  pagerDuty: 'PagerDuty',
  alertmanager: 'Alertmanager (API)',
  alertmanagerWebhook: 'Webhook in Alertmanager’s format',
  webhook: 'Signed webhook',
  email: 'E-mail',
};

/** A condition of each kind to begin with. */
export const beginnings: Record<Kind, AlertCondition> = {
  newIssue: { kind: 'newIssue', level: 'error' },
  regressed: { kind: 'regressed' },
  escalating: { kind: 'escalating' },
  rate: { kind: 'rate', events: 100, minutes: 5 },
  users: { kind: 'users', users: 20, minutes: 15 },
  crashFree: { kind: 'crashFree', percent: 98, minutes: 60, sessions: 200 },
  watch: { kind: 'watch', verdicts: ['degraded', 'silent'], undecidedHours: 12 },
  backport: { kind: 'backport', hours: 24 },
  checkIn: { kind: 'checkIn', minutes: 60 },
};

const minutesText = (minutes: number) =>
  minutes === 60 ? 'an hour' : minutes === 1 ? 'a minute' : `${minutes} minutes`;

/** When it fires, as a sentence. */
export function conditionText(condition: AlertCondition): string {
  switch (condition.kind) {
    case 'newIssue':
      return `An issue of level ${condition.level} or worse is seen for the first time.`;
    case 'regressed':
      return 'An issue that was resolved is seen again.';
    case 'escalating':
      return 'An issue is seen far more often than its history allows.';
    case 'rate':
      return `${condition.events} or more events within ${minutesText(condition.minutes)}.`;
    case 'users':
      return `${condition.users} or more users meet an error within ${minutesText(condition.minutes)}.`;
    case 'crashFree':
      return `Less than ${condition.percent} % of at least ${condition.sessions} sessions within ${minutesText(condition.minutes)} end without a crash.`;
    case 'watch':
      return `The watch of a deployment says ${condition.verdicts.join(' or ')}${
        condition.verdicts.includes('undecided')
          ? `, undecided for ${condition.undecidedHours} hours`
          : ''
      }.`;
    case 'backport':
      return `A fix is in production and, ${condition.hours} hours after its hotfix began, not on every line.`;
    case 'checkIn':
      return `A job failed, or said nothing for ${minutesText(condition.minutes)}.`;
  }
}

export const severityTones: Record<Alert['severity'], string> = {
  info: 'neutral',
  warning: 'warning',
  critical: 'danger',
};

export const deliveryTones: Record<AlertDelivery['state'], string> = {
  waiting: 'accent',
  held: 'neutral',
  delivered: 'good',
  dropped: 'neutral',
  failed: 'danger',
};

export const deliveryWords: Record<AlertDelivery['state'], string> = {
  waiting: 'on its way',
  held: 'silenced',
  delivered: 'delivered',
  dropped: 'not needed',
  failed: 'given up',
};

export const actionWords: Record<AlertDelivery['action'], string> = {
  trigger: 'Alert',
  escalate: 'Escalation',
  acknowledge: 'Taken on',
  resolve: 'End',
  test: 'Test',
};
