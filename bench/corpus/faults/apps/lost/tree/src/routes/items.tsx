import { useState } from "react";
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Preview } from "../parts/Preview";
import { keepFilters, restoreFilters } from "../services/filters";
import { type Item, pageOfItems } from "../services/items";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const page = Math.max(1, Math.trunc(Number(query.get("page")) || 1));
  const kind = (query.get("kind") ?? restoreFilters().kind).trim();
  keepFilters({ kind });
  return { ...(await pageOfItems(page, kind, request.signal)), kind };
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** From when the things of a page are. */
function span(items: Item[]): string {
  const first = items.at(0);
  const last = items.at(-1);
  return first && last ? day.formatRange(last.foundAt, first.foundAt) : "no time";
}

export function Items() {
  const { items, page, more, kind } = useLoaderData<typeof loader>();
  const [chosen, setChosen] = useState<Item>();
  const dots = "·".repeat(page - 1);
  return (
    <main>
      <h1>Found {dots}</h1>
      <Form>
        <label>
          Kind <input name="kind" defaultValue={kind} />
        </label>
        <button type="submit">Filter</button>
      </Form>
      <p>{`From ${span(items)}`}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <Link to={`/items/${item.id}`}>{item.kind}</Link> {`at ${item.place} `}
            <button type="button" onClick={() => setChosen(item)}>{`Preview ${item.kind}`}</button>
          </li>
        ))}
      </ul>
      {chosen && <Preview item={chosen} />}
      {more && <Link to={`/?page=${page + 1}`}>Next page</Link>}
    </main>
  );
}
