import { computed, signal } from '@preact/signals';
import { bus } from '../bus';
import { fleet } from '../fleet/Fleet';
import { http } from '../net/Http';
import type { Status } from './badges';
import { corrected, type FinishDto } from './results';

export interface Race {
	id: string;
	name: string;
	start: string;
	status: Status;
}

type RacesDto = Record<string, Omit<Race, 'id'>>;

class RaceDesk {
	readonly races = signal<Race[]>([]);
	readonly current = signal<string | null>(null);
	readonly finishes = signal<FinishDto[] | null>(null);
	readonly rows = computed(() => [...corrected(this.finishes.value ?? [], fleet)]);

	load(): Promise<void> {
		return http.get<RacesDto>('/races').then(
			(byId) => {
				this.races.value = Object.entries(byId).map(([id, race]) => ({ id, ...race }));
			},
			() => {
				this.races.value = [];
			},
		);
	}

	async open(id: string): Promise<void> {
		this.current.value = id;
		this.finishes.value = null;
		const { finishes } = await http
			.get<{ finishes: FinishDto[] }>(`/races/${id}/finishes`)
			.catch(() => ({ finishes: [] }));
		if (this.current.value !== id) return;
		this.finishes.value = finishes;
		bus.emit('opened', { race: id });
	}
}

export const desk = new RaceDesk();
