/** What a GraphQL endpoint says went wrong, in its own words. */
export class GraphError extends Error {
  constructor(errors) {
    super(errors.map(({ message }) => message).join('; '));
    this.errors = errors;
  }
}

export const graph = async (operationName, query, variables = {}) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ operationName, query, variables }),
  });
  if (!response.ok) throw new GraphError([{ message: `status ${response.status}` }]);
  const { data, errors } = await response.json();
  if (errors?.length) throw new GraphError(errors);
  return data;
};
