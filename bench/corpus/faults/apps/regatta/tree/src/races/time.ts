export function secondsOf(elapsed: string): number {
	return elapsed.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

export function clock(seconds: number): string {
	if (!Number.isFinite(seconds)) return '–';
	const whole = Math.round(seconds);
	return [whole / 3600, (whole / 60) % 60, whole % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}
