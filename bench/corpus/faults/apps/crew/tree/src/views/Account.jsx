import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { written } from '../helpers/days';
import { loadAccount, selectHours, selectMine } from '../store/account';

export function Account() {
  const dispatch = useDispatch();
  const mine = useSelector(selectMine);
  const { done, planned } = useSelector(selectHours);
  useEffect(() => {
    dispatch(loadAccount());
  }, [dispatch]);
  if (!mine) return <p>One moment</p>;
  const { voucher } = mine;
  return (
    <section>
      <h1>My account</h1>
      <p>{done.toFixed(1)} hours done, {planned} planned</p>
      <p>{voucher ? `Voucher ${voucher.code} until ${written(voucher.until)}` : 'No voucher'}</p>
    </section>
  );
}
