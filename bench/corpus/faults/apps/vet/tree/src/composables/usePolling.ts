import { onMounted, onUnmounted, shallowRef } from 'vue';

/** Asks again and again while the component is there, and keeps the last answer. */
export function usePolling<T>(ask: () => Promise<T>, every: number) {
  const value = shallowRef<T>();
  let timer: number | undefined;

  onMounted(() => {
    timer = window.setInterval(async () => {
      try {
        value.value = await ask();
      } catch (error) {
        console.warn('no answer', error);
      }
    }, every);
  });
  onUnmounted(() => window.clearInterval(timer));
  return { value };
}
