import { sortBy } from "lodash-es";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { api } from "../services/api";

interface Station {
  code: string;
  name: string;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { data } = await api.get<{ stations: Station[] }>("/stations", { signal: request.signal });
  const named = data.stations.map(({ code, name }) => ({ code, label: `${name} (${code})` }));
  return { stations: sortBy(named, "label") };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = Object.fromEntries(await request.formData());
  const { data } = await api.post<{ number: string }>("/reports", form);
  return data.number;
}

export function Report() {
  const { stations } = useLoaderData<typeof loader>();
  const number = useActionData<typeof action>();
  if (number) return <p>{`Your loss has the number ${number}`}</p>;
  return (
    <Form method="post">
      <h1>Report a loss</h1>
      <label>
        What <input name="kind" required />
      </label>
      <label>
        Where
        <select name="station">
          {stations.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Report</button>
    </Form>
  );
}
