import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { useParams } from 'react-router';
import { formatVolume } from './format';
import { fetchDonations, fetchDonors, selectDonor, selectGiven } from './donorsSlice';

export const DonorPage = () => {
  const { donorId } = useParams();
  const dispatch = useDispatch();
  const donor = useSelector((state) => selectDonor(state, donorId));
  const given = useSelector((state) => selectGiven(state, donorId));

  useEffect(() => {
    dispatch(fetchDonations(donorId));
  }, [donorId, dispatch]);
  useEffect(() => {
    if (!donor) dispatch(fetchDonors());
  }, [donor, dispatch]);

  if (!donor) return <p>Loading the donor</p>;
  return (
    <main>
      <h1>{donor.name}</h1>
      <p>{`Gave ${given.times} times, ${formatVolume(given.total)} in all`}</p>
    </main>
  );
};
