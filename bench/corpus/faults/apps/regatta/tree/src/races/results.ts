import type { Fleet } from '../fleet/Fleet';
import { secondsOf } from './time';

export interface FinishDto {
	sail: string;
	elapsed: string;
	penalty: number;
}

export interface Row {
	label: string;
	seconds: number;
}

/** The times of a race, corrected by the ratings of the boats. */
export function* corrected(finishes: FinishDto[], fleet: Fleet): Generator<Row> {
	for (const { sail, elapsed, penalty } of finishes) {
		const boat = fleet.boat(sail);
		if (boat) yield { label: boat.label, seconds: secondsOf(elapsed) * boat.rating + penalty };
	}
}

export function winnerOf(rows: Row[]): string {
	const [first] = [...rows].sort((one, other) => one.seconds - other.seconds);
	return first ? `${first.label} wins` : 'Nobody has finished';
}
