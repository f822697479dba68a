import { computed, reactive, ref } from 'vue';

type Rule<V> = (value: V) => string | undefined;
type Rules<T> = { [K in keyof T]: Rule<T[K]> };

export function useForm<T extends object>(initial: T, rules: Rules<T>) {
  const values = reactive({ ...initial }) as T;
  const submitted = ref(false);
  const remote = ref<Record<string, string>>({});

  const local = computed(() => {
    const found: Record<string, string> = {};
    for (const name of Object.keys(rules) as (keyof T & string)[]) {
      const message = rules[name](values[name]);
      if (message) found[name] = message;
    }
    return found;
  });

  const errors = computed(() => (submitted.value ? { ...remote.value, ...local.value } : {}));

  function focusFirst() {
    const [first] = Object.keys(local.value);
    document.getElementById(first)?.focus();
  }

  async function submit(send: (values: T) => Promise<void>) {
    submitted.value = true;
    remote.value = {};
    if (Object.keys(local.value).length > 0) return focusFirst();
    return send({ ...values });
  }

  function refuse(messages: Record<string, string>) {
    remote.value = messages;
  }

  return { values, errors, submit, refuse };
}
