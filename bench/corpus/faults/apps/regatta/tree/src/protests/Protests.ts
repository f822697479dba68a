import { signal } from '@preact/signals';
import { http, HttpError } from '../net/Http';

export interface Protest {
	no: number;
	by: string;
	against: string;
	why: string;
}

interface PageDto {
	protests: Protest[];
	more: boolean;
}

class Protests {
	readonly list = signal<Protest[]>([]);
	readonly more = signal(true);
	readonly note = signal('');

	async next(): Promise<void> {
		try {
			const { protests, more } = await http.get<PageDto>(`/protests?after=${this.list.value.length}`);
			this.#add(protests);
			this.more.value = more;
		} catch (error) {
			if (!(error instanceof HttpError)) throw error;
			this.note.value = 'The protests cannot be read now';
		}
	}

	#add(page: Protest[]): void {
		const byNo = new Map(this.list.value.map((each) => [each.no, each]));
		for (const protest of page) byNo.set(protest.no, protest);
		this.list.value = [...byNo.values()];
		this.note.value = `${byNo.size} protests`;
	}
}

export const protests = new Protests();
