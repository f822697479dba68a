import { computed, ref } from 'vue';
import { api } from '../lib/api';

const rooms = ref([]);
const failed = ref(false);

export function useRooms() {
  async function loadRooms() {
    try {
      rooms.value = await api.get('/rooms');
      failed.value = false;
    } catch {
      failed.value = true;
    }
  }

  const roomsByFloor = computed(() => {
    const floors = new Map();
    for (const room of rooms.value) {
      const { level } = room.floor;
      floors.set(level, [...(floors.get(level) ?? []), room]);
    }
    return [...floors].map(([level, list]) => ({ level, rooms: list }));
  });

  const roomName = (id) => rooms.value.find((room) => room.id === id)?.name ?? 'Unknown room';

  return { rooms, failed, roomsByFloor, roomName, loadRooms };
}
