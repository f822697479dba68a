export type Status = 'planned' | 'postponed' | 'started' | 'sailed';

interface Badge {
	text: string;
	open: boolean;
}

const BADGES = new Map<Status, Badge>([
	['planned', { text: 'Planned', open: false }],
	['postponed', { text: 'Later', open: false }],
	['started', { text: 'On the water', open: true }],
	['sailed', { text: 'Sailed', open: true }],
]);

export function badgeOf(status: Status): Badge {
	return BADGES.get(status) ?? { text: status, open: false };
}
