import { Cache } from './cache';
import type { Operation } from './gql';

interface Problem {
  message: string;
  path?: (string | number)[];
}

interface Answer<T> {
  data?: T | null;
  errors?: Problem[];
}

export class GraphError extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(({ message }) => message).join('; ') || 'The station does not answer');
    this.name = 'GraphError';
  }
}

export class GraphClient {
  readonly cache = new Cache();

  constructor(private readonly url: string) {}

  /** What the station answers; where only a part of it failed, the rest is given. */
  async send<T, V>({ name, text }: Operation<T, V>, variables: V): Promise<T> {
    const response = await fetch(`${this.url}?op=${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operationName: name, query: text, variables }),
    });
    if (!response.ok) throw new GraphError([{ message: `The station answered ${response.status}` }]);
    const { data, errors = [] }: Answer<T> = await response.json();
    if (!data) throw new GraphError(errors);
    return this.cache.write(data);
  }
}

export const client = new GraphClient('/graphql');
