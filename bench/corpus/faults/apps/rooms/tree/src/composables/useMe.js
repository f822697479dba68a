import { ref } from 'vue';
import { api } from '../lib/api';

const me = ref(null);

export function useMe() {
  async function loadMe() {
    me.value = await api.get('/me');
  }

  return { me, loadMe };
}
