import { useEffect } from 'preact/hooks';
import { showCourse } from '../course/showCourse';
import { badgeOf } from '../races/badges';
import { desk } from '../races/RaceDesk';
import { winnerOf } from '../races/results';
import { clock } from '../races/time';

function Results() {
	if (desk.finishes.value === null) return <p>Open a race</p>;
	const rows = desk.rows.value;
	return (
		<section>
			<h2>{winnerOf(rows)}</h2>
			{rows.map(({ label, seconds }) => (
				<p key={label}>{`${label} ${clock(seconds)}`}</p>
			))}
		</section>
	);
}

export function RacesView() {
	useEffect(() => {
		void desk.load();
	}, []);
	return (
		<main>
			<h1>Races</h1>
			{desk.races.value.map((race) => {
				const { text, open } = badgeOf(race.status);
				return (
					<p key={race.id}>
						{`${race.name}: ${text}`}{' '}
						{open && <button type="button" onClick={() => desk.open(race.id)}>{`Open ${race.name}`}</button>}
						<button type="button" onClick={() => showCourse(race.id)}>{`Course of ${race.name}`}</button>
					</p>
				);
			})}
			<Results />
		</main>
	);
}
