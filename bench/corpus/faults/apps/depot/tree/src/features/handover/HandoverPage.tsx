import { useOperator } from "../../context/OperatorContext";

export function HandoverPage() {
  const operator = useOperator();
  if (!operator) return <p>Who are you?</p>;
  const ends = operator.shift?.ends;
  return (
    <main>
      <h1>Handover</h1>
      <p>{ends ? `${operator.name} hands over at ${ends}` : `${operator.name} has no shift`}</p>
    </main>
  );
}
