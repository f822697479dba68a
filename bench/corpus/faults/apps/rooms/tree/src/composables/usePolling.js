import { onBeforeUnmount, onMounted } from 'vue';

export function usePolling(task, milliseconds) {
  let timer;

  onMounted(() => {
    timer = setInterval(() => task().catch(() => {}), milliseconds);
  });
  onBeforeUnmount(() => clearInterval(timer));
}
