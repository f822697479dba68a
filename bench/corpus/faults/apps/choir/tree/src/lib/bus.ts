interface Events {
  left: undefined;
  said: { text: string };
  absence: { rehearsal: string; absent: string[] };
}

type Handler<K extends keyof Events> = (detail: Events[K]) => void;

/** Parts that do not know each other speak through it. */
class Bus {
  #target = new EventTarget();

  on<K extends keyof Events>(name: K, handler: Handler<K>): () => void {
    const listener = (event: Event) => handler((event as CustomEvent<Events[K]>).detail);
    this.#target.addEventListener(name, listener);
    return () => this.#target.removeEventListener(name, listener);
  }

  emit<K extends keyof Events>(name: K, detail: Events[K]): void {
    this.#target.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

export const bus = new Bus();
