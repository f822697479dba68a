/** The pages and their addresses. */
export type Route =
  | { page: 'issues' }
  | { page: 'issue'; id: string }
  | { page: 'events' }
  | { page: 'capture'; id: string }
  | { page: 'board' }
  | { page: 'hotfixes' }
  | { page: 'hotfix'; id: string }
  | { page: 'releases' }
  | { page: 'release'; project: string; version: string }
  | { page: 'delivery' }
  | { page: 'deployments' }
  | { page: 'feedback' }
  | { page: 'alerts' }
  | { page: 'settings' }
  | { page: 'newProject' }
  | { page: 'projectSettings'; slug: string; section: string }
  | { page: 'people' }
  | { page: 'account' }
  | { page: 'consent' }
  | { page: 'welcome' }
  | { page: 'missing' };

export function parseRoute(path: string): Route {
  let parts: string[];
  try {
    parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return { page: 'missing' };
  }
  const [first, id, more, section] = parts;
  if (first === 'projects' && parts.length <= 4) return projectRoute(id, more, section);
  if (first === 'releases' && id && more && section === undefined)
    return { page: 'release', project: id, version: more };
  if (more !== undefined) return { page: 'missing' };
  switch (first) {
    case undefined:
      return { page: 'issues' };
    case 'issues':
      return id ? { page: 'issue', id } : { page: 'issues' };
    case 'events':
      return id ? { page: 'missing' } : { page: 'events' };
    case 'captures':
      return id ? { page: 'capture', id } : { page: 'missing' };
    case 'hotfixes':
      return id ? { page: 'hotfix', id } : { page: 'hotfixes' };
    case 'oauth':
      return id === 'authorize' ? { page: 'consent' } : { page: 'missing' };
    case 'board':
      return id ? { page: 'missing' } : { page: 'board' };
    case 'releases':
      return id ? { page: 'missing' } : { page: 'releases' };
    case 'feedback':
      return id ? { page: 'missing' } : { page: 'feedback' };
    case 'settings':
      return id ? { page: 'missing' } : { page: 'settings' };
    case 'alerts':
    case 'delivery':
    case 'deployments':
    case 'people':
    case 'account':
    case 'welcome':
      return id ? { page: 'missing' } : { page: first };
    default:
      return { page: 'missing' };
  }
}

function projectRoute(slug?: string, more?: string, section = 'general'): Route {
  if (slug === 'new' && !more) return { page: 'newProject' };
  return slug && more === 'settings'
    ? { page: 'projectSettings', slug, section }
    : { page: 'missing' };
}

export const projectSettingsPath = (slug: string, section = 'general') =>
  `/projects/${encodeURIComponent(slug)}/settings/${section}`;
export const issuePath = (id: string, query: Record<string, string> = {}) =>
  `/issues/${encodeURIComponent(id)}${withQuery('', query)}`;
export const releasePath = (project: string, version: string) =>
  `/releases/${encodeURIComponent(project)}/${encodeURIComponent(version)}`;
export const releasesPath = (project: string) => `/releases${withQuery('', { project })}`;
export const alertsPath = (project: string, tab = '') =>
  `/alerts${withQuery('', { project, tab })}`;
export const hotfixPath = (id: string) => `/hotfixes/${encodeURIComponent(id)}`;

/** The search part of an address with some parameters changed; an empty value takes one out. */
export function withQuery(
  search: string,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  const text = params.toString();
  return text && `?${text}`;
}
