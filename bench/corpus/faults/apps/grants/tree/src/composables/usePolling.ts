import { onMounted, onUnmounted } from 'vue';

export function usePolling(task: () => Promise<unknown>, milliseconds: number): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => {
    timer = setInterval(() => task().catch((error: Error) => console.warn(error.message)), milliseconds);
  });
  onUnmounted(() => clearInterval(timer));
}
