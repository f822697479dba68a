import { amount, converted, sumOf } from '../amounts.js';
import { useBooks } from '../books.jsx';

export function Accounts() {
  const { accounts, rates, say } = useBooks();

  const total = () => {
    const sum = sumOf(accounts, ({ balance, currency }) => converted(balance, { from: currency, to: 'EUR', rates }));
    say(`Together ${amount(sum, 'EUR')}`);
  };

  const largest = () => {
    const open = accounts.filter((account) => !account.closed);
    const top = open.length > 0 ? open.reduce((one, other) => (other.balance > one.balance ? other : one)) : null;
    say(top ? `${top.label} holds most` : 'No account is open');
  };

  const contact = (code) => {
    const { bank = null } = accounts.find((account) => account.code === code) ?? {};
    say(bank?.clerk ? `Ask ${bank.clerk.split(' ')[0]}` : 'Nobody to ask');
  };

  return (
    <section>
      <button onClick={total}>Total</button>
      <button onClick={largest}>Largest</button>
      {accounts.map(({ code, label, balance, currency }) => (
        <p key={code}>
          {label}: {amount(balance, currency)}
          <button onClick={() => contact(code)}>{`Contact for ${label}`}</button>
        </p>
      ))}
    </section>
  );
}
