import { signal } from '@preact/signals';
import { http } from '../net/Http';
import { FleetView } from './FleetView';
import { ProtestsView } from './ProtestsView';
import { RacesView } from './RacesView';

const TABS = { Fleet: FleetView, Races: RacesView, Protests: ProtestsView };
type Tab = keyof typeof TABS;

const tab = signal<Tab>('Fleet');

function go(next: Tab): void {
	tab.value = next;
	http.post('/log', { tab: next }).catch(() => undefined);
}

export function Desk() {
	const View = TABS[tab.value];
	return (
		<>
			<nav>
				{(Object.keys(TABS) as Tab[]).map((name) => (
					<button type="button" key={name} onClick={() => go(name)}>
						{name}
					</button>
				))}
			</nav>
			<View />
		</>
	);
}
