export function say(text: string): void {
  const bar = document.querySelector<HTMLOutputElement>('#snackbar');
  if (bar) bar.value = text;
}
