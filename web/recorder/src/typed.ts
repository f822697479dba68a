import type { Action } from '@suture/wire/capture';
import { isOpen } from './field';
import { Known } from './known';

/** What was typed, in every state on the way: it is looked for in all that leaves the page. */
export class Typed {
  readonly #values = new Known();
  readonly #open = new WeakSet<Action>();
  #last = '';

  note(action: Action, element: Element, value: string): void {
    if (isOpen(element, value)) {
      this.#open.add(action);
      return;
    }
    this.#open.delete(action);
    // A state that the next one does not go on from was whole: it may stand elsewhere.
    if (!value.startsWith(this.#last)) this.#values.add(this.#last);
    this.#values.addWhole(value);
    this.#last = value;
  }

  isOpen(action: Action): boolean {
    return this.#open.has(action);
  }

  known(actions: readonly Action[]): Known {
    const known = new Known();
    known.addAll(this.#values);
    for (const action of actions) {
      if (action.value && !this.isOpen(action)) known.add(action.value);
    }
    return known;
  }
}
