import { useState } from 'react';
import { Bar } from './components/Bar';
import { Drivers } from './components/Drivers';
import { Profile } from './components/Profile';
import { QuoteForm } from './components/QuoteForm';
import { ShipmentDetail } from './components/ShipmentDetail';
import { ShipmentList } from './components/ShipmentList';
import { SlotPicker } from './components/SlotPicker';
import { companyService } from './services/company';

type View = 'Shipments' | 'Drivers' | 'Slots' | 'Quote' | 'Profile';
const VIEWS: View[] = ['Shipments', 'Drivers', 'Slots', 'Quote', 'Profile'];

export function App() {
  const [view, setView] = useState<View>('Shipments');
  const [opened, setOpened] = useState<string>();
  const go = (next: View) => {
    companyService.seen(next);
    setOpened(undefined);
    setView(next);
  };
  return (
    <>
      <nav>{VIEWS.map((name) => <button type="button" key={name} onClick={() => go(name)}>{name}</button>)}</nav>
      <Bar />
      {view === 'Shipments' && (opened ? <ShipmentDetail id={opened} onClose={() => setOpened(undefined)} /> : <ShipmentList onOpen={setOpened} />)}
      {view === 'Drivers' && <Drivers />}
      {view === 'Slots' && <SlotPicker />}
      {view === 'Quote' && <QuoteForm />}
      {view === 'Profile' && <Profile />}
    </>
  );
}
