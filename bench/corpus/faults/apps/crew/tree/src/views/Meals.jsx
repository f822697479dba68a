import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { DAYS } from '../helpers/days';
import { loadMeals, mealDayChosen, selectFavourite, selectVegan } from '../store/meals';

export function Meals() {
  const dispatch = useDispatch();
  const day = useSelector(({ meals }) => meals.day);
  const loaded = useSelector(({ meals }) => day in meals.days);
  useEffect(() => {
    dispatch(loadMeals());
  }, [dispatch]);
  return (
    <section>
      <h1>Meals</h1>
      {['fri', 'sat', 'sun'].map((key) => (
        <button type="button" key={key} onClick={() => dispatch(mealDayChosen(key))}>Meals on {DAYS[key]}</button>
      ))}
      {loaded && <Menu />}
    </section>
  );
}

function Menu() {
  const favourite = useSelector(selectFavourite);
  const vegan = useSelector(selectVegan);
  return <p>Favourite: {favourite ?? 'none'}; {vegan} vegan</p>;
}
