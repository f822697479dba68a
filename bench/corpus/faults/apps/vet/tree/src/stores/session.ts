import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { Session } from '@/api/models';
import { practiceApi } from '@/api/resources';

export const useSessionStore = defineStore('session', () => {
  const session = ref<Session>();
  const clinicName = computed(() => session.value?.clinic ?? 'Practice');

  function may(permission: string): boolean {
    return session.value?.permissions.has(permission) ?? false;
  }

  async function load() {
    session.value = await practiceApi.me();
  }

  return { session, clinicName, may, load };
});
