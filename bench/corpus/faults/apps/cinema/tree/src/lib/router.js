const routes = [];
let root;
let leave;

export function route(pattern, view) {
  const source = pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  routes.push({ regex: new RegExp(`^${source}$`), view });
}

async function show() {
  leave?.();
  leave = undefined;
  const { pathname } = window.location;
  for (const { regex, view } of routes) {
    const match = pathname.match(regex);
    if (!match) continue;
    const page = document.createElement('section');
    root.replaceChildren(page);
    leave = await view(page, match.groups ?? {});
    return;
  }
  root.innerHTML = '<p>This page does not exist</p>';
}

export function navigate(path) {
  window.history.pushState(null, '', path);
  return show();
}

export function startRouter(element) {
  root = element;
  window.addEventListener('popstate', show);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-link]');
    if (!link) return;
    event.preventDefault();
    navigate(link.getAttribute('href'));
  });
  return show();
}
