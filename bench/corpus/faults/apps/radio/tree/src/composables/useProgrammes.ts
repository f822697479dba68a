import { ref } from 'vue';
import { client } from '../graphql/client';
import { type Card, PROGRAMMES } from '../queries/programmes';

const FIRST = 2;

export function useProgrammes() {
  const cards = ref<Card[]>([]);
  const more = ref(true);
  const error = ref('');
  let after: string | null = null;

  async function loadMore() {
    const answer = await client.send(PROGRAMMES, { first: FIRST, after }).catch((problem: Error) => {
      error.value = problem.message;
    });
    if (!answer) return;
    const { edges, pageInfo } = answer.programmes;
    cards.value.push(...edges.map(({ node }) => node));
    after = pageInfo.endCursor ?? after;
    more.value = pageInfo.hasNextPage;
  }

  loadMore();
  return { cards, more, error, loadMore };
}
