import type { Action, Target } from '@suture/wire/capture';

/** What a person would call the target: its accessible name before all technical ones. */
export function targetName(target: Target | undefined): string {
  if (!target) return 'the page';
  const name = target.name || target.label || target.text;
  const kind = target.role || target.tag;
  if (name) return `${kind} “${name}”`;
  return target.testId ? `${kind} [${target.testId}]` : target.css;
}

export function describeAction(action: Action): string {
  const target = targetName(action.target);
  switch (action.kind) {
    case 'click':
      return `Click ${target}`;
    case 'dblclick':
      return `Double-click ${target}`;
    case 'select':
      return `Choose ${quoted(action.values)} in ${target}`;
    case 'check':
      return `${action.checked === false ? 'Clear' : 'Check'} ${target}`;
    case 'file':
      return `Give ${quoted(action.files?.map(({ name }) => name))} to ${target}`;
    case 'input':
      return action.value === undefined
        ? `Type into ${target}`
        : `Type “${action.value}” into ${target}`;
    case 'key':
      return action.target
        ? `Press ${action.key ?? 'a key'} in ${target}`
        : `Press ${action.key ?? 'a key'}`;
    case 'submit':
      return `Submit ${target}`;
    case 'navigate':
      return `Go to ${action.url ?? 'another page'}`;
  }
}

const quoted = (texts: readonly string[] | undefined) =>
  texts?.length ? texts.map((text) => `“${text}”`).join(', ') : 'nothing';
