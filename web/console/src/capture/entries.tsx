import type { Action, ConsoleEntry } from '@suture/wire/capture';
import { describeAction, targetName } from './action';
import { shortUrl } from './exchange';
import type { Entry } from './timeline';

const kindWords = {
  action: 'action',
  navigation: 'page',
  exchange: 'request',
  console: 'console',
  error: 'error',
} as const;

/** What stands in a line of the timeline. */
export function TimelineText({ entry, whole }: { entry: Entry; whole: boolean }) {
  return (
    <>
      <span className="kind" data-kind={entry.kind}>
        {kindWords[entry.kind]}
      </span>
      <span className={whole ? 'entry-text whole' : 'entry-text'}>{entry.text}</span>
    </>
  );
}

export function ConsoleText({ line, whole }: { line: ConsoleEntry; whole: boolean }) {
  return (
    <>
      <span className="kind" data-kind="console">
        {line.level}
      </span>
      <span className={whole ? 'entry-text mono whole' : 'entry-text mono'}>
        {line.args.join(' ')}
        {line.count !== undefined && line.count > 1 && <b className="times"> ×{line.count}</b>}
        {whole && line.stack && <span className="entry-more">{line.stack}</span>}
      </span>
    </>
  );
}

export function ActionText({ action, whole }: { action: Action; whole: boolean }) {
  const { target } = action;
  return (
    <>
      <span className="kind" data-kind={action.kind === 'navigate' ? 'navigation' : 'action'}>
        {action.kind}
      </span>
      <span className={whole ? 'entry-text whole' : 'entry-text'}>
        {action.kind === 'navigate' ? shortUrl(action.url ?? '') : targetName(target)}
        {action.key && <kbd>{action.key}</kbd>}
        {action.value !== undefined && <span className="typed">{action.value}</span>}
        {whole && (
          <span className="entry-more">
            {[
              describeAction(action),
              target?.testId && `test id: ${target.testId}`,
              target?.css && `css: ${target.css}`,
            ]
              .filter(Boolean)
              .join('\n')}
          </span>
        )}
      </span>
    </>
  );
}
