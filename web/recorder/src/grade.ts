import type { CaptureParts } from '@suture/wire/capture';

type Reproducibility = NonNullable<CaptureParts['page']['coverage']['reproducibility']>;

/** How likely a run from these parts shows the same, judged by what is not in them. */
export function reproducibility(parts: CaptureParts): Reproducibility {
  const { page, actions, network, storage, channels = [], random } = parts;
  const { coverage, clock } = page;
  const { entries } = network.log;
  const count = <T>(list: readonly T[], is: (one: T) => unknown) => list.filter(is).length;
  const lost = channels.reduce((sum, { dropped = 0 }) => sum + dropped, 0);
  const vague = count(actions, ({ target }) => target?.locators?.every(({ unique }) => !unique));
  const bodiless = count(
    entries,
    ({ response }) =>
      response.content.text === undefined && response.content.size > 0 && response.status > 0,
  );
  const noted = (pattern: RegExp) => coverage.notes.find((note) => pattern.test(note));

  const serious = [
    coverage.dropped > 0 && `${coverage.dropped} entries found no room.`,
    lost > 0 && `${lost} messages of channels found no room.`,
    noted(/× (?:Shared)?Worker:/),
    entries.length > 0 && !storage && 'The storage could not be read.',
  ];
  const slight = [
    clock &&
      clock.epoch - clock.timeOrigin > 1000 &&
      `The page was loaded ${Math.round((clock.epoch - clock.timeOrigin) / 1000)} s before the window.`,
    coverage.truncatedBodies > 0 && `${coverage.truncatedBodies} bodies were cut at the limit.`,
    bodiless > 0 && `${bodiless} answers were no text, and their bodies were not kept.`,
    vague > 0 && `${vague} actions have no locator that was unique.`,
    storage?.truncated && 'Not all of the storage found room.',
    random?.truncated && 'More was drawn by chance than is kept.',
    noted(/× canvas:/),
    noted(/of another origin/),
    noted(/There is no replay/),
  ];
  const told = (list: readonly unknown[]) =>
    list.filter((reason): reason is string => typeof reason === 'string');
  const reasons = [...told(serious), ...told(slight)];
  const grade = told(serious).length > 0 ? 'low' : reasons.length > 0 ? 'medium' : 'high';
  return { grade, reasons };
}
