import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { Patient, PatientBrief, Visit } from '@/api/models';
import { patientApi } from '@/api/resources';

export const usePatientsStore = defineStore('patients', () => {
  const list = ref<PatientBrief[]>([]);
  const current = ref<Patient>();
  const visits = ref<Visit[]>([]);
  const trouble = ref('');

  async function search(text?: string) {
    list.value = await patientApi.search(text);
  }

  async function open(id: number) {
    current.value = undefined;
    visits.value = [];
    trouble.value = '';
    const [patient, history] = await Promise.all([patientApi.find(id), patientApi.visits(id)]);
    current.value = patient;
    visits.value = history;
  }

  async function addVisit(reason: string) {
    if (!current.value) return;
    try {
      visits.value.push(await patientApi.addVisit(current.value.id, reason));
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  }

  return { list, current, visits, trouble, search, open, addVisit };
});
