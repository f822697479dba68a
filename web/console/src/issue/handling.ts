import type { Bundle, BundleImpact, BundleScope } from '@suture/wire/api';

/** The last day against the one before, in words. */
export const trends: Record<BundleImpact['trend'], string> = {
  fresh: 'new within the day',
  rising: 'rising',
  steady: 'steady',
  falling: 'falling',
  silent: 'silent',
};

/** Where a guard stands on the value's way. */
export const guards: Record<BundleScope['guards'][number]['end'], string> = {
  consumer: 'where the value is used',
  fetch: 'where the answer is asked for',
};

/** What could be done in place of a hotfix. */
export const ways: Record<BundleScope['alternatives'][number]['way'], string> = {
  rollback: 'Roll back',
  switchOff: 'Switch off',
  nothing: 'Do nothing',
};

/** What to do by the project's policy. */
export const verdicts: Record<NonNullable<Bundle['verdict']>['way'], string> = {
  rollback: 'Roll back',
  switchOff: 'Turn the switch off',
  hotfix: 'A hotfix is justified',
  wait: 'Wait for the next release',
  cannotTell: 'It cannot be told',
};
