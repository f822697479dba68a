import { sortBy } from 'lodash-es';
import { useEffect, useState } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { DAYS, span, written } from '../helpers/days';
import { dayChosen, joinShift, loadDays, loadNotes, loadShifts, selectFirst, selectMissing, selectShifts } from '../store/shifts';

export function Shifts() {
  const dispatch = useDispatch();
  const { day, status, counts, trouble } = useSelector(({ shifts }) => shifts);
  const list = useSelector(selectShifts);
  const missing = useSelector(selectMissing);
  const first = useSelector(selectFirst);
  const [noted, setNoted] = useState();
  const choose = (next) => {
    setNoted(undefined);
    dispatch(dayChosen(next));
    dispatch(loadShifts(next));
  };
  const openNotes = (id) => {
    setNoted(id);
    dispatch(loadNotes(id));
  };
  useEffect(() => {
    dispatch(loadDays());
    dispatch(loadShifts('fri'));
  }, [dispatch]);
  return (
    <section>
      <h1>Shifts</h1>
      {Object.entries(DAYS).map(([key, name]) => <button type="button" key={key} onClick={() => choose(key)}>{name}</button>)}
      <p>{trouble}</p>
      {status === 'ready' && <p>{counts[day] > 0 ? `First on ${DAYS[day]}: ${first.title}` : `No shifts on ${DAYS[day]}`}</p>}
      <ul>
        {list.map(({ id, title, starts, hours, crew, places, skills }) => (
          <li key={id}>
            {title}, {span(starts, hours)}: {crew.length} of {places} {skills.join(', ')}{' '}
            <button type="button" onClick={() => dispatch(joinShift(id))}>Join {title}</button>
            <button type="button" onClick={() => openNotes(id)}>Notes of {title}</button>
          </li>
        ))}
      </ul>
      <p>{missing} are still missing</p>
      {noted && <Notes id={noted} />}
    </section>
  );
}

function Notes({ id }) {
  const notes = useSelector(({ shifts }) => shifts.notes[id]);
  if (!notes) return null;
  const [latest] = sortBy(notes, 'at').toReversed();
  return <p>{latest ? `${written(latest.at)}: ${latest.text}` : 'No notes'}</p>;
}
