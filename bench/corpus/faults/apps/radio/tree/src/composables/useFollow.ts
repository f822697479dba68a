import { ref } from 'vue';
import { client } from '../graphql/client';
import { type Card, FOLLOW } from '../queries/programmes';

export function useFollow() {
  const notice = ref('');

  async function follow({ id, title }: Card) {
    client.cache.change(`Programme:${id}`, { followed: true });
    try {
      const { programme, problems } = (await client.send(FOLLOW, { id })).follow;
      if (programme) {
        notice.value = `You and ${programme.followers - 1} others follow ${title}`;
        return;
      }
      notice.value = problems.map(({ message }) => message).join(', ');
    } catch (problem) {
      notice.value = problem instanceof Error ? problem.message : 'Not followed';
    }
    client.cache.change(`Programme:${id}`, { followed: false });
  }

  return { notice, follow };
}
