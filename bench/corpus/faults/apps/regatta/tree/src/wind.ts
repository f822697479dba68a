import type { Http } from './net/Http';

interface WindDto {
	knots: number;
	from: string;
}

/** The wind at the pier, asked for again and again. */
export class Anemometer {
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(
		private readonly place: HTMLElement,
		private readonly http: Http,
	) {}

	start(every: number): void {
		this.#timer = setInterval(() => this.#ask(), every);
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	#ask(): void {
		this.http.get<WindDto>('/wind').then(
			({ knots, from }) => {
				this.place.textContent = `${knots} knots from ${from}`;
			},
			() => {
				this.place.textContent = 'No wind report';
			},
		);
	}
}
