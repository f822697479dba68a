/** What the server answers, or `fallback` where it does not answer well. */
export async function ask(path, { form, fallback } = {}) {
  const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
  let answer;
  try {
    answer = await fetch(`/ajax${path}`, init);
  } catch (unreachable) {
    if (fallback === undefined) throw unreachable;
    return fallback;
  }
  if (!answer.ok && fallback !== undefined) return fallback;
  return answer.json();
}

export function show(text) {
  document.querySelector('#answer').textContent = text;
}

export function on(selector, kind, handle) {
  for (const element of document.querySelectorAll(selector)) element.addEventListener(kind, handle);
}
