interface Topics {
	tab: string;
	withdrawn: string;
	opened: { race: string };
}

type Listener<T> = (detail: T) => void;

/** Tells the parts of the desk of each other without their knowing it. */
class Bus {
	readonly #listeners = new Map<keyof Topics, Set<Listener<never>>>();

	on<K extends keyof Topics>(topic: K, listener: Listener<Topics[K]>): () => void {
		const set = this.#listeners.get(topic) ?? new Set();
		set.add(listener as Listener<never>);
		this.#listeners.set(topic, set);
		return () => set.delete(listener as Listener<never>);
	}

	emit<K extends keyof Topics>(topic: K, detail: Topics[K]): void {
		for (const listener of this.#listeners.get(topic) ?? []) (listener as Listener<Topics[K]>)(detail);
	}
}

export const bus = new Bus();
