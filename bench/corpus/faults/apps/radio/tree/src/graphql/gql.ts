/** An operation with the types of its answer and its variables. */
export interface Operation<T, V> {
  name: string;
  text: string;
  types?: (variables: V) => T;
}

export function gql<T, V = Record<string, never>>(parts: TemplateStringsArray, ...fragments: string[]): Operation<T, V> {
  const text = String.raw({ raw: parts }, ...fragments);
  const name = /(?:query|mutation)\s+(\w+)/.exec(text)?.[1] ?? '';
  return { name, text };
}
