/** Offers what an element shows as a page to save. */
export function saveHtml(elementId: string, fileName: string): void {
  const { outerHTML } = document.getElementById(elementId)!;
  const url = URL.createObjectURL(new Blob([outerHTML], { type: 'text/html' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  URL.revokeObjectURL(url);
}
