import { useEffect, useState } from 'preact/hooks';
import { graph } from './graphql.js';
import { ME } from './queries.js';
import { monthsUntil } from './when.js';

const PACKED = 'trips:packed';

const packed = () => {
  try {
    const { version, things } = JSON.parse(localStorage.getItem(PACKED)) ?? {};
    return version === 3 && Array.isArray(things) ? things : [];
  } catch {
    return [];
  }
};

export function Me() {
  const [me, setMe] = useState(null);
  const [line, setLine] = useState('');
  useEffect(() => {
    graph('Me', ME).then(
      (data) => setMe(data.me),
      () => setLine('You cannot be shown now'),
    );
  }, []);

  const passport = () =>
    setLine(me?.passport ? `${monthsUntil(me.passport.expires)} months left` : 'no passport');

  const badge = () => {
    const [newest] = me?.badges ?? [];
    setLine(newest ? newest.label.split(' ')[0] : 'no badge yet');
  };

  const list = () => setLine(packed().map(({ label }) => label.trim()).join(', ') || 'nothing is packed');

  const share = () => {
    const card = document.querySelector('[data-share]');
    if (card) card.setAttribute('data-share', me?.name ?? '');
    setLine('shared');
  };

  return (
    <section data-share="">
      <h2>{me?.name}</h2>
      <button onClick={passport}>Passport</button>
      <button onClick={badge}>Newest badge</button>
      <button onClick={list}>Packed</button>
      <button onClick={share}>Share</button>
      <p>{line}</p>
    </section>
  );
}
