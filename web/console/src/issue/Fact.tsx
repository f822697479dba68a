import type { ReactNode } from 'react';

/** A named fact in a list of facts, with a short note beside it. */
export function Fact(props: { name: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <li>
      <span className="cause-name">{props.name}</span>
      <div className="cause-what">{props.children}</div>
      <span className="cause-beside">{props.beside}</span>
    </li>
  );
}
