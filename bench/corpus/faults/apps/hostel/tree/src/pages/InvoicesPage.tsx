import { useState } from "react";
import { InvoiceView } from "../components/InvoiceView";
import { useFetch } from "../hooks/useFetch";

interface InvoicesResponse {
  invoices: { id: string; guest: string }[];
}

export function InvoicesPage() {
  const { data } = useFetch<InvoicesResponse>("/invoices");
  const [open, setOpen] = useState<string | null>(null);

  return (
    <main>
      <h1>Invoices</h1>
      {(data?.invoices ?? []).map(({ id, guest }) => (
        <button key={id} type="button" onClick={() => setOpen(id)}>
          {`Invoice of ${guest}`}
        </button>
      ))}
      {open && <InvoiceView key={open} id={open} />}
    </main>
  );
}
