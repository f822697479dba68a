/** What the address of a list says. */
export interface ListParams {
  q: string;
  project: string | undefined;
  environment: string | undefined;
  sort: string | undefined;
  period: string | undefined;
}

/**
 * A list without a query shows `usual`; an empty query shows everything. Older links name a state.
 */
export function readParams(search: string, usual: string): ListParams {
  const params = new URLSearchParams(search);
  const state = params.get('state');
  const given = params.get('q') ?? (state ? '' : usual);
  return {
    q: state ? `is:${state} ${given}`.trim() : given,
    project: params.get('project') || undefined,
    environment: params.get('environment') || undefined,
    sort: params.get('sort') || undefined,
    period: params.get('period') || undefined,
  };
}

/** The address with some of it changed. */
export function writeParams(
  params: ListParams,
  changes: Partial<ListParams>,
  usual: string,
): string {
  const next = { ...params, ...changes };
  const out = new URLSearchParams();
  if (next.project) out.set('project', next.project);
  if (next.environment) out.set('environment', next.environment);
  if (next.q !== usual) out.set('q', next.q);
  if (next.sort) out.set('sort', next.sort);
  if (next.period) out.set('period', next.period);
  const text = out.toString();
  return text && `?${text}`;
}
