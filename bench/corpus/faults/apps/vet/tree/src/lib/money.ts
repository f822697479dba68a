export function pounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}

export const sumOf = <T>(list: T[], value: (each: T) => number): number =>
  list.reduce((sum, each) => sum + value(each), 0);
