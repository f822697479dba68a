import { ref } from 'vue';
import { api } from '../lib/api';

export function usePeopleSearch() {
  const query = ref('');
  const people = ref([]);

  async function search() {
    const asked = query.value;
    if (asked === '') {
      people.value = [];
      return;
    }
    const answer = await api.get(`/people?q=${encodeURIComponent(asked)}`);
    if (asked === query.value) people.value = answer.people;
  }

  return { query, people, search };
}
