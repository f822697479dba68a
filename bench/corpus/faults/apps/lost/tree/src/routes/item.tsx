import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { type Claim, claimsOf, makeClaim } from "../services/claims";
import { oneItem } from "../services/items";

const NONE: Claim[] = [];

export async function loader({ params, request: { signal } }: LoaderFunctionArgs) {
  const id = params.itemId ?? "";
  const [item, claims] = await Promise.all([oneItem(id, signal), claimsOf(id, signal).catch(() => NONE)]);
  return { item, claims };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const claim = await makeClaim(params.itemId ?? "", String(form.get("claimant")));
  return claim ? `Claim ${claim.id} is open` : "Somebody will look at your claim";
}

export function ItemPage() {
  const { item, claims } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <main>
      <h1>{item.kind}</h1>
      <p>{item.tags.length > 0 ? item.tags.map((tag) => `#${tag}`).join(" ") : "No tags"}</p>
      <p>{`Asked for by ${claims.map(({ claimant }) => claimant).join(", ") || "nobody"}`}</p>
      <p role="status">{said}</p>
      <Form method="post">
        <label>
          Your name <input name="claimant" required />
        </label>
        <button type="submit">It is mine</button>
      </Form>
    </main>
  );
}
