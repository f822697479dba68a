/** State that tells those who select a part of it when that part changes. */
export class Store {
  #state;
  #subscriptions = new Set();

  constructor(initial) {
    this.#state = initial;
  }

  get state() {
    return this.#state;
  }

  /** Calls the listener now and whenever what is selected changes; gives what ends that. */
  subscribe(select, listener) {
    const subscription = { select, listener, last: select(this.#state) };
    this.#subscriptions.add(subscription);
    listener(subscription.last);
    return () => this.#subscriptions.delete(subscription);
  }

  set(changes) {
    this.#state = { ...this.#state, ...changes };
    for (const subscription of this.#subscriptions) {
      const next = subscription.select(this.#state);
      if (Object.is(next, subscription.last)) continue;
      subscription.last = next;
      subscription.listener(next);
    }
  }
}
