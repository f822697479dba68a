import { useEffect, useReducer } from 'preact/hooks';
import { graph } from './graphql.js';
import { JOIN, TRIP } from './queries.js';

const reducer = (state, action) => {
  switch (action.type) {
    case 'trip':
      return { ...state, trip: action.trip };
    case 'booked':
      return { ...state, booking: action.booking };
    case 'say':
      return { ...state, said: action.said };
    default:
      return state;
  }
};

const seatOf = ({ seat }) => (seat ? `${seat.row}${seat.letter.toUpperCase()}` : 'any seat');

const sum = ({ price }) => (price?.parts ?? []).reduce((total, { cents }) => total + cents, 0) / 100;

export function Trip({ id }) {
  const [{ trip, booking, said }, dispatch] = useReducer(reducer, { trip: null, booking: null, said: '' });

  useEffect(() => {
    let left = false;
    graph('Trip', TRIP, { id })
      .then(({ trip: found }) => {
        if (!left) dispatch({ type: 'trip', trip: found });
      })
      .catch(() => dispatch({ type: 'say', said: 'This trip cannot be shown' }));
    return () => {
      left = true;
    };
  }, [id]);

  const join = async () => {
    const answer = await graph('Join', JOIN, { id }).catch(() => null);
    if (!answer?.join?.booking) return dispatch({ type: 'say', said: 'The trip is full' });
    return dispatch({ type: 'booked', booking: answer.join.booking });
  };

  const countries = () => {
    const codes = new Set((trip?.stops ?? []).map(({ place }) => place?.country?.code.toLowerCase() ?? '??'));
    dispatch({ type: 'say', said: [...codes].join(' ') });
  };

  const warmest = () => {
    const { high = null } = trip?.weather ?? {};
    dispatch({ type: 'say', said: typeof high === 'number' ? `up to ${high.toFixed(1)}°` : 'no forecast' });
  };

  const diets = () => {
    const names = (trip?.travellers ?? []).filter(({ diet }) => diet?.includes('vegan')).map(({ name }) => name);
    dispatch({ type: 'say', said: names.join(', ') || 'no vegans' });
  };

  return (
    <article>
      <h2>{trip?.title}</h2>
      <button onClick={join}>Join</button>
      <button onClick={countries}>Countries</button>
      <button onClick={warmest}>Forecast</button>
      <button onClick={diets}>Vegans</button>
      <p>{said}</p>
      {booking && <p>{booking.ref}: seat {seatOf(booking)}, {sum(booking).toFixed(2)}</p>}
    </article>
  );
}
