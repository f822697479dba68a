import { ref } from 'vue';
import { api } from '../lib/api';

export function useBooking() {
  const booking = ref(null);

  async function open(id) {
    booking.value = await api.get(`/bookings/${id}`);
  }

  function close() {
    booking.value = null;
  }

  return { booking, open, close };
}
