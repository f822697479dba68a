import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable, Subscription } from 'rxjs';

/** Renders its host again whenever the observable tells a new value. */
export class Observe<T> implements ReactiveController {
  value?: T;
  #subscription?: Subscription;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: Observable<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#subscription = this.source.subscribe((value) => {
      this.value = value;
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
  }
}
