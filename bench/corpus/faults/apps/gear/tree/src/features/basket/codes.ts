/** Codes name a partner and the percent that it has agreed on: KITE-10. */
const CODE = /^([A-Z]+)-(\d{1,2})$/;

export function percentOf(code: string): number {
  const match = CODE.exec(code.trim().toUpperCase());
  return match ? Number(match[2]) : 0;
}
