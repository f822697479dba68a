import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { loadPeople, selectTeams } from '../store/people';

export function Teams() {
  const dispatch = useDispatch();
  const teams = useSelector(selectTeams);
  useEffect(() => {
    dispatch(loadPeople());
  }, [dispatch]);
  return (
    <section>
      <h1>Teams</h1>
      <ul>{teams.map(({ id, name, size, lead }) => <li key={id}>{name}: {size} people, led by {lead}</li>)}</ul>
    </section>
  );
}
