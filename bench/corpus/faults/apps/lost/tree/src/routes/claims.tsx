import { groupBy } from "lodash-es";
import { useState } from "react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, useFetcher, useLoaderData } from "react-router";
import { advance, allClaims, type Claim } from "../services/claims";

export const loader = async ({ request }: LoaderFunctionArgs) => ({ claims: await allClaims(request.signal) });

export async function action({ request }: ActionFunctionArgs) {
  await advance(String((await request.formData()).get("id")));
  return null;
}

const ORDER = ["open", "checked", "returned"];

function Row({ claim: { id, claimant, state } }: { claim: Claim }) {
  const fetcher = useFetcher();
  const busy = fetcher.state !== "idle";
  return (
    <li>
      {`${claimant}, ${busy ? "moving on" : state} `}
      {state !== "returned" && (
        <button type="button" onClick={() => fetcher.submit({ id }, { method: "post" })}>{`Advance ${claimant}`}</button>
      )}
    </li>
  );
}

export function Claims() {
  const { claims } = useLoaderData<typeof loader>();
  const [wanted, setWanted] = useState("");
  const groups = groupBy(claims.filter(({ claimant }) => claimant.includes(wanted)), "state");

  function jump(state: string) {
    document.getElementById(`claims-${state}`)?.scrollIntoView({ behavior: "smooth" });
  }

  return (
    <main>
      <h1>Claims</h1>
      <label>
        Claimant <input value={wanted} onChange={({ target }) => setWanted(target.value)} />
      </label>
      {ORDER.map((state) => (
        <button key={state} type="button" onClick={() => jump(state)}>{`To ${state}`}</button>
      ))}
      {ORDER.filter((state) => groups[state]).map((state) => (
        <section key={state} id={`claims-${state}`}>
          <h2>{`${groups[state].length} ${state}`}</h2>
          <ul>
            {groups[state].map((claim) => (
              <Row key={claim.id} claim={claim} />
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
