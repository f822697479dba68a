import { maxBy, sumBy } from "lodash-es";
import { Suspense } from "react";
import { Await, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { api } from "../services/api";

interface Month {
  month: string;
  found: number;
  returned: number;
}

async function loadMonths(signal: AbortSignal): Promise<Month[]> {
  const { data } = await api.get<{ months: Month[] }>("/months", { signal });
  return data.months;
}

/** Months are slow to count, and come after the page. */
export const loader = ({ request }: LoaderFunctionArgs) => ({ months: loadMonths(request.signal) });

function Summary({ months }: { months: Month[] }) {
  const best = maxBy(months, "returned");
  const found = sumBy(months, "found");
  return <p>{`${found} things; ${best ? `most came back in ${best.month}` : "none came back yet"}`}</p>;
}

export function Statistics() {
  const { months } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>Statistics</h1>
      <Suspense fallback={<p>Counting</p>}>
        <Await resolve={months}>{(counted) => <Summary months={counted} />}</Await>
      </Suspense>
    </main>
  );
}
