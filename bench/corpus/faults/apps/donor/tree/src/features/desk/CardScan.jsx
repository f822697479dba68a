import { useDispatch, useSelector } from 'react-redux';
import { Link } from 'react-router';
import { useForm } from '../../hooks/useForm';
import { findByCard } from '../donors/donorsSlice';
import { cleared, selectDesk } from './deskSlice';

export const CardScan = () => {
  const dispatch = useDispatch();
  const { notice, foundId } = useSelector(selectDesk);
  const { mistakes, register, submit } = useForm({
    initial: { card: '' },
    rules: { card: (text) => (/^\d{4}$/.test(text) ? '' : 'A card has four digits') },
    onSubmit: ({ card }) => dispatch(findByCard(card)),
  });

  return (
    <form onSubmit={submit} onReset={() => dispatch(cleared())}>
      <label>
        Card number <input {...register('card')} />
      </label>
      <button type="submit">Find donor</button>
      <output>{mistakes.card ?? notice}</output>
      {foundId && <Link to={`/donors/${foundId}`}>Open donor</Link>}
    </form>
  );
};
