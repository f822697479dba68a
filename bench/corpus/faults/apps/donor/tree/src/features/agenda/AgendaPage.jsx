import { useEffect, useMemo } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { useSearchParams } from 'react-router';
import { checkIn, fetchPage, selectAgenda } from './agendaSlice';
import { weekOf } from './week';

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

const Row = ({ appointment, onCheckIn }) => {
  const name = appointment.donor?.name ?? 'Walk-in';
  return (
    <li>
      {`${clock.format(new Date(appointment.at))} ${name}, ${appointment.kind}, ${appointment.status} `}
      {appointment.status === 'booked' && (
        <button type="button" onClick={onCheckIn}>{`Check in ${name}`}</button>
      )}
    </li>
  );
};

export const AgendaPage = () => {
  const dispatch = useDispatch();
  const [params] = useSearchParams();
  const week = useMemo(() => weekOf(params.get('week')), [params]);
  const agenda = useSelector((state) => selectAgenda(state, week));
  const { cursor, until, more, error } = useSelector((state) => state.agenda);

  useEffect(() => {
    if (!cursor) dispatch(fetchPage(null));
  }, [cursor, dispatch]);

  return (
    <main>
      <h1>Agenda</h1>
      {error && <p role="alert">{error}</p>}
      <ol>
        {agenda.map((appointment) => (
          <Row key={appointment.id} appointment={appointment} onCheckIn={() => dispatch(checkIn(appointment.id))} />
        ))}
      </ol>
      {until && <p>{`Until ${until.slice(0, 10)}`}</p>}
      {more && (
        <button type="button" onClick={() => dispatch(fetchPage(cursor))}>
          Later appointments
        </button>
      )}
    </main>
  );
};
