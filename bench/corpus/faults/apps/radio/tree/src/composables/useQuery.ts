import { ref, shallowRef, watch } from 'vue';
import { client } from '../graphql/client';
import type { Operation } from '../graphql/gql';

/** Asks again whenever the variables change; only the newest answer counts. */
export function useQuery<T, V>(operation: Operation<T, V>, variables: () => V) {
  const data = shallowRef<T>();
  const error = ref('');
  let newest = 0;

  async function load() {
    const turn = ++newest;
    try {
      const answer = await client.send(operation, variables());
      if (turn !== newest) return;
      data.value = answer;
      error.value = '';
    } catch (problem) {
      if (turn === newest) error.value = problem instanceof Error ? problem.message : String(problem);
    }
  }

  watch(variables, load, { immediate: true });
  return { data, error, load };
}
