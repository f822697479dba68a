/** A part of the page that renders itself and cleans up when it is left. */
export abstract class View {
  protected disposers: (() => void)[] = [];

  constructor(protected readonly root: HTMLElement) {}

  abstract mount(): void | Promise<void>;

  unmount(): void {
    for (const dispose of this.disposers) dispose();
    this.disposers = [];
    this.root.replaceChildren();
  }

  protected find<T extends HTMLElement>(selector: string): T | null {
    return this.root.querySelector<T>(selector);
  }

  protected onClick(selector: string, handler: (element: HTMLElement) => void): void {
    for (const element of this.root.querySelectorAll<HTMLElement>(selector)) {
      element.addEventListener('click', () => handler(element));
    }
  }
}
