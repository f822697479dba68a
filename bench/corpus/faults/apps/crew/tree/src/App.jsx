import { useState } from 'react';
import { client } from './api/Client';
import { Account } from './views/Account';
import { Meals } from './views/Meals';
import { People } from './views/People';
import { Shifts } from './views/Shifts';
import { Teams } from './views/Teams';
import { Ticker } from './views/Ticker';

const VIEWS = { Shifts, People, Teams, Meals, Account };

export function App() {
  const [view, setView] = useState('Shifts');
  const View = VIEWS[view];
  const go = (name) => {
    client.beat(name);
    setView(name);
  };
  return (
    <>
      <nav>{Object.keys(VIEWS).map((name) => <button type="button" key={name} onClick={() => go(name)}>{name}</button>)}</nav>
      <Ticker />
      <View />
    </>
  );
}
