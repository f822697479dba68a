export interface BoatDto {
	sail: string;
	kind: string;
	skipper: { name: string } | null;
	rating: number;
}

export class Boat {
	constructor(private readonly dto: BoatDto) {}

	get sail(): string {
		return this.dto.sail;
	}

	get rating(): number {
		return Number(String(this.dto.rating).replace(',', '.'));
	}

	get skipper(): string {
		return this.dto.skipper?.name ?? 'nobody';
	}

	get label(): string {
		return `${this.sail} (${this.skipper.split(' ').at(-1)})`;
	}
}
