import { useDepots, useMe } from '../hooks/queries';

export function Profile() {
  const { data: me } = useMe();
  const { data: depots } = useDepots();
  if (!me || !depots) return <p>One moment</p>;
  const home = depots.get(me.depotId);
  return (
    <section>
      <h1>{me.name}</h1>
      <p>{me.role}, {home ? `${home.name} from ${home.opens} to ${home.closes}` : 'at no depot'}</p>
      <p>Mobile {me.phone ? me.phone.replace(/^0/, '+44 ') : 'unknown'}</p>
    </section>
  );
}
