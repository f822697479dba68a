import { CaseError } from './case.mjs';
import { readEnvelope, walk } from './envelope.mjs';

/** What a case says is true, tied to what was captured: the exchange's and the action's own ids. */
export function truthOf(fault, bytes, ids) {
  const parts = readEnvelope(bytes);
  const thrown = parts.event.exception?.values?.at(-1);
  if (!thrown) throw new CaseError('the envelope has no error');
  return {
    case: fault.name,
    title: fault.title,
    class: fault.class,
    abstain: !fault.exchange,
    exchange: fault.exchange && exchangeOf(fault, parts['network.har']),
    field: fault.field,
    storage: fault.storage,
    action: fault.action && actionOf(fault.action, parts),
    fixes: fault.fixes,
    how: fault.how,
    decoys: fault.decoys,
    fixedOn: fault.fixedOnDevelop ? ['develop'] : [],
    before: { commit: ids.before.commit, release: ids.before.release },
    live: { commit: ids.live.commit, release: ids.live.release },
    commit: ids.brokenBy,
    fix: ids.fix,
    eventId: parts.event.event_id,
    error: `${thrown.type}: ${thrown.value}`,
  };
}

function exchangeOf({ exchange, field }, har) {
  const { method, path, operation, nth } = exchange;
  const same = har.log.entries.filter(({ request }) => {
    const url = new URL(request.url);
    const address = path.startsWith('//') ? `//${url.host}${url.pathname}` : url.pathname;
    const given = path.includes('?') ? address + url.search : address;
    const named = !operation || request.postData?.text.includes(`"operationName":"${operation}"`);
    return request.method === method && given === path && named;
  });
  const index = nth === 'last' ? same.length - 1 : Number(nth) - 1;
  const entry = same[index];
  if (!entry) throw new CaseError(`there is no ${method} ${path} (${nth}) in what was captured`);
  const told = {
    id: entry._id,
    method,
    path,
    operation,
    status: entry.response.status,
    index,
    of: same.length,
  };
  return field ? { ...told, found: kindOf(entry.response.content.text, field) } : told;
}

/** What stands in the response's body at the field: its kind, or how it is absent. */
export function kindOf(text, field) {
  let body;
  try {
    body = JSON.parse(text ?? '');
  } catch {
    return 'not JSON';
  }
  const { reached, value } = walk(body, field);
  if (!reached || value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? `list of ${value.length}` : typeof value;
}

function actionOf(text, parts) {
  const actions = parts['actions.json'];
  const [kind, name] = text.match(/"[^"]*"|\S+/g).map((word) => word.replace(/^"|"$/g, ''));
  const index = actions.findLastIndex(
    (action) =>
      action.kind === kind &&
      (kind === 'navigate' ||
        [
          action.target?.name,
          action.target?.text,
          action.target?.label,
          action.target?.css,
        ].includes(name)),
  );
  if (index < 0) {
    const seen = actions.map(({ kind: each, target }) => `${each} ${target?.name ?? ''}`);
    throw new CaseError(`no action is ${text}; there are ${seen.join(', ')}`);
  }
  return { kind, name, index, at: actions[index].at };
}
