/** Says something for a moment at the foot of the page. */
export function toast(text: string): void {
  const place = document.getElementById('toasts');
  if (!place) return;
  const note = document.createElement('p');
  note.textContent = text;
  place.append(note);
  setTimeout(() => note.remove(), 4000);
}
