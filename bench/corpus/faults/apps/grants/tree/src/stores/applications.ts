import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { fetchApplication, fetchApplications, fetchReviews, submitApplication } from '../api/applications';
import type { Application, ApplicationDetail, NewApplication, Review } from '../types';

export const useApplications = defineStore('applications', () => {
  const items = ref<Application[]>([]);
  const loaded = ref(false);
  const current = ref<ApplicationDetail | null>(null);
  const reviews = ref<Record<string, Review[]>>({});
  let latest = 0;

  const byId = computed(() => new Map(items.value.map((item) => [item.id, item])));

  const requestedByProgramme = computed(() => {
    const sums = new Map<string, number>();
    for (const { programmeId, requested, status } of items.value) {
      if (status !== 'rejected') sums.set(programmeId, (sums.get(programmeId) ?? 0) + requested);
    }
    return sums;
  });

  async function load() {
    if (loaded.value) return;
    items.value = await fetchApplications();
    loaded.value = true;
  }

  async function open(id: string) {
    const turn = ++latest;
    current.value = null;
    const [application, list] = await Promise.all([fetchApplication(id), fetchReviews(id)]);
    if (turn !== latest) return;
    reviews.value = { [id]: list };
    current.value = application;
  }

  /** The application after this one, the first one again after the last. */
  function after(id: string): string | undefined {
    const at = items.value.findIndex((item) => item.id === id);
    return items.value[(at + 1) % items.value.length]?.id;
  }

  async function submit(draft: NewApplication) {
    const application = await submitApplication(draft);
    items.value = [...items.value, application];
    return application;
  }

  return { items, current, reviews, byId, requestedByProgramme, load, open, after, submit };
});
