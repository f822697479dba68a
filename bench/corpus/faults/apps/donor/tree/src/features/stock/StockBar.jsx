import { useDispatch, useSelector } from 'react-redux';
import { useInterval } from '../../hooks/useInterval';
import { fetchStock, selectScarce } from './stockSlice';

export const StockBar = () => {
  const dispatch = useDispatch();
  const scarce = useSelector(selectScarce);
  useInterval(() => dispatch(fetchStock()), 800);
  return <small>{scarce.length > 0 ? `Scarce: ${scarce.join(', ')}` : 'Enough of all'}</small>;
};
