import { useFetch } from "../hooks/useFetch";
import { useMoney } from "../hooks/useMoney";
import type { Invoice } from "../types";

export function InvoiceView({ id }: { id: string }) {
  const money = useMoney();
  const { data: invoice, status } = useFetch<Invoice>(`/invoices/${id}`);
  if (status === "failed") return <p>This invoice cannot be shown</p>;
  if (!invoice) return <p>Loading invoice</p>;

  const total = invoice.lines.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <section>
      <h2>{`Invoice for ${invoice.guest}`}</h2>
      <ul>
        {invoice.lines.map(({ text, amount }) => (
          <li key={text}>{`${text}: ${money(amount)}`}</li>
        ))}
      </ul>
      <p>{`Total ${money(total)}`}</p>
    </section>
  );
}
