import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { centreApi } from '../../api';
import { fetchCentres, fetchSlots, selectCentre, selectCentres, selectSlots } from './slotsSlice';

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

export const SlotStep = ({ state, go }) => {
  const dispatch = useDispatch();
  const centres = useSelector(selectCentres);
  const centre = useSelector(selectCentre);
  const slots = useSelector(selectSlots);

  useEffect(() => {
    dispatch(fetchCentres());
  }, [dispatch]);

  const choose = async (centreId) => {
    go({ type: 'centre', centreId });
    try {
      const { slots: offered } = await dispatch(fetchSlots(centreId)).unwrap();
      go({ type: 'offered', centreId, slotId: offered[0]?.id ?? null });
    } catch (error) {
      go({ type: 'failed', message: error.message });
    }
  };

  const book = async () => {
    try {
      const { booking } = await centreApi.book(state.slotId, state.answers);
      go({ type: 'booked', booking });
    } catch (error) {
      go({ type: 'failed', message: error.message });
    }
  };

  return (
    <section>
      {centres.map(({ id, name }) => (
        <button key={id} type="button" onClick={() => choose(id)}>{`At ${name}`}</button>
      ))}
      <ul>
        {slots.map(({ id, at, bed }) => (
          <li key={id}>
            <label>
              <input
                type="radio"
                name="slot"
                checked={state.slotId === id}
                onChange={() => go({ type: 'picked', slotId: id })}
              />{' '}
              {`${clock.format(new Date(at))}, ${centre.beds[bed].name}`}
            </label>
          </li>
        ))}
      </ul>
      <button type="button" disabled={!state.slotId} onClick={book}>
        Book this slot
      </button>
    </section>
  );
};
