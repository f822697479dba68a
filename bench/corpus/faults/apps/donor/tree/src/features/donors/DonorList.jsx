import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { Link } from 'react-router';
import { fetchDonors, selectDonors, selectGroups } from './donorsSlice';

export const DonorList = () => {
  const dispatch = useDispatch();
  const donors = useSelector(selectDonors);
  const groups = useSelector(selectGroups);
  const { status, error } = useSelector((state) => state.donors);

  useEffect(() => {
    if (status === 'idle') dispatch(fetchDonors());
  }, [status, dispatch]);

  if (status === 'failed') return <p role="alert">{error}</p>;
  return (
    <main>
      <h1>Donors</h1>
      <ul>
        {donors.map(({ id, name, phone }) => (
          <li key={id}>
            <Link to={`/donors/${id}`}>{name}</Link> {phone ?? 'no phone'}
          </li>
        ))}
      </ul>
      <p>{Object.entries(groups).map(([group, count]) => `${count} of ${group}`).join(', ')}</p>
    </main>
  );
};
