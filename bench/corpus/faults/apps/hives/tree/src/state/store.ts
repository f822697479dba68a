import { BehaviorSubject, distinctUntilChanged, map, type Observable } from 'rxjs';

/** State that is replaced as a whole and looked at in slices. */
export class Store<S extends object> {
  readonly #state: BehaviorSubject<S>;

  constructor(initial: S) {
    this.#state = new BehaviorSubject(initial);
  }

  get value(): S {
    return this.#state.value;
  }

  patch(change: Partial<S>): void {
    this.#state.next({ ...this.#state.value, ...change });
  }

  select<T>(selector: (state: S) => T): Observable<T> {
    return this.#state.pipe(map(selector), distinctUntilChanged());
  }
}
