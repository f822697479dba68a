import { fleet } from '../fleet/Fleet';

export function FleetView() {
	return (
		<main>
			<h1>{`${fleet.size} boats`}</h1>
			{[...fleet.byRating()].map(({ sail, label }) => (
				<p key={sail}>
					{label}{' '}
					<button type="button" onClick={() => fleet.choose(sail)}>{`Choose ${sail}`}</button>
					<button type="button" onClick={() => fleet.withdraw(sail)}>{`Withdraw ${sail}`}</button>
				</p>
			))}
			<button type="button" onClick={() => fleet.compare()}>
				Compare
			</button>
			<p>{fleet.verdict.value}</p>
		</main>
	);
}
