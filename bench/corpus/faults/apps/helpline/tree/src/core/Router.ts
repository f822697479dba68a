import type { View } from './View';

type Factory = (params: Record<string, string>) => View;

interface Route {
  pattern: RegExp;
  keys: string[];
  create: Factory;
}

export class Router {
  private routes: Route[] = [];
  private current: View | null = null;

  add(path: string, create: Factory): this {
    const keys: string[] = [];
    const source = path.replace(/:(\w+)/g, (_, key: string) => {
      keys.push(key);
      return '([^/]+)';
    });
    this.routes.push({ pattern: new RegExp(`^${source}$`), keys, create });
    return this;
  }

  start(): void {
    window.addEventListener('hashchange', () => this.resolve());
    this.resolve();
  }

  private resolve(): void {
    const path = window.location.hash.slice(1) || '/';
    for (const { pattern, keys, create } of this.routes) {
      const match = pattern.exec(path);
      if (!match) continue;
      this.current?.unmount();
      this.current = create(Object.fromEntries(keys.map((key, index) => [key, match[index + 1]])));
      void this.current.mount();
      return;
    }
    window.location.hash = '/';
  }
}
