import { signal } from '@preact/signals';
import { bus } from '../bus';
import { http } from '../net/Http';
import { Boat, type BoatDto } from './Boat';

export class Fleet {
	readonly #boats = signal<ReadonlyMap<string, Boat>>(new Map());
	readonly chosen = signal<string[]>([]);
	readonly verdict = signal('');

	async load(): Promise<void> {
		const { boats } = await http.get<{ boats: BoatDto[] }>('/fleet').catch(() => ({ boats: [] }));
		this.#boats.value = new Map(boats.map((dto) => [dto.sail, new Boat(dto)]));
	}

	get size(): number {
		return this.#boats.value.size;
	}

	boat(sail: string): Boat | undefined {
		return this.#boats.value.get(sail);
	}

	/** The fastest first. */
	*byRating(): Generator<Boat> {
		yield* [...this.#boats.value.values()].sort((one, other) => other.rating - one.rating);
	}

	choose(sail: string): void {
		this.chosen.value = [...this.chosen.value.filter((each) => each !== sail), sail].slice(-2);
	}

	withdraw(sail: string): void {
		const left = new Map(this.#boats.value);
		left.delete(sail);
		this.#boats.value = left;
		bus.emit('withdrawn', sail);
	}

	compare(): void {
		const [one, other] = this.chosen.value.map((sail) => this.boat(sail));
		if (!one || !other) {
			this.verdict.value = 'Choose two boats';
			return;
		}
		const percent = Math.abs(one.rating - other.rating) * 100;
		this.verdict.value = `${one.label} and ${other.label}: ${percent.toFixed(0)} % apart`;
	}
}

export const fleet = new Fleet();
