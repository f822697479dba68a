import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { written } from '../helpers/days';
import { fullName, reach, trainedSince } from '../helpers/people';
import { activeToggled, chosen, loadPeople, selectChosen, selectVisible } from '../store/people';

export function People() {
  const dispatch = useDispatch();
  const list = useSelector(selectVisible);
  const person = useSelector(selectChosen);
  useEffect(() => {
    dispatch(loadPeople());
  }, [dispatch]);
  return (
    <section>
      <h1>People</h1>
      <button type="button" onClick={() => dispatch(activeToggled())}>Active only</button>
      <ul>
        {list.map((each) => (
          <li key={each.id}><button type="button" onClick={() => dispatch(chosen(each.id))}>{fullName(each)}</button></li>
        ))}
      </ul>
      {person && <Card person={person} />}
    </section>
  );
}

function Card({ person }) {
  const since = trainedSince(person);
  return (
    <article>
      <h2>Card of {fullName(person)}</h2>
      <p>Reach: {reach(person)}</p>
      <p>Trained {since ? `since ${since}` : 'not yet'}</p>
      <ul>{person.badges.map(({ kind, since: day }) => <li key={kind}>{kind}, {written(day)}</li>)}</ul>
    </article>
  );
}
