import { isAxiosError } from "axios";
import { useEffect } from "react";
import { useRouteError } from "react-router";

/** What the office did not expect is reported; that it does not answer is only said. */
export function ErrorPage() {
  const error = useRouteError();
  const expected = isAxiosError(error);
  useEffect(() => {
    if (!expected) reportError(error);
  }, [error, expected]);
  return <p role="alert">{expected ? "The office does not answer" : "Something went wrong here"}</p>;
}
