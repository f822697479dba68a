import { computed, reactive, ref, watch } from 'vue';
import { api } from '../lib/api';

const KEY = 'rooms.draft';
const STEPS = ['Room', 'Time', 'People', 'Confirm'];
const EMPTY = { roomId: '', title: '', attendees: [] };

function restore() {
  try {
    const { roomId, title, attendees } = JSON.parse(localStorage.getItem(KEY)) ?? {};
    return { roomId: roomId ?? '', title: title ?? '', attendees: Array.isArray(attendees) ? attendees : [] };
  } catch {
    return { ...EMPTY, attendees: [] };
  }
}

export function useWizard(date) {
  const step = ref(0);
  const draft = reactive({ ...restore(), slot: null });
  const slots = ref([]);
  const result = ref(null);
  const error = ref('');

  const stepName = computed(() => STEPS[step.value]);
  const canContinue = computed(() => step.value !== 0 || draft.roomId !== '');
  const summary = computed(() => {
    const time = draft.slot ? `${draft.slot.start} to ${draft.slot.end}` : 'no time';
    return `${draft.title || 'Meeting'}, ${time}, ${draft.attendees.length} people`;
  });

  watch(draft, ({ roomId, title, attendees }) => {
    localStorage.setItem(KEY, JSON.stringify({ roomId, title, attendees }));
  });

  async function loadSlots() {
    const answer = await api.get(`/rooms/${draft.roomId}/slots`);
    slots.value = answer.slots;
    draft.slot = answer.slots[0] ?? null;
  }

  async function next() {
    if (step.value === 0) await loadSlots();
    step.value += 1;
  }

  function back() {
    step.value -= 1;
  }

  async function submit() {
    try {
      const { booking } = await api.post('/bookings', { ...draft, date });
      result.value = booking;
    } catch (problem) {
      error.value = problem.message;
    }
  }

  return { step, stepName, draft, slots, summary, canContinue, result, error, next, back, submit };
}
