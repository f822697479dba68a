import { protests } from '../protests/Protests';

export function ProtestsView() {
	return (
		<main>
			<h1>Protests</h1>
			<p>{protests.note.value}</p>
			{protests.list.value.map(({ no, by, against, why }) => (
				<p key={no}>{`${by} against ${against}: ${why}`}</p>
			))}
			{protests.more.value && (
				<button type="button" onClick={() => protests.next()}>
					More protests
				</button>
			)}
		</main>
	);
}
