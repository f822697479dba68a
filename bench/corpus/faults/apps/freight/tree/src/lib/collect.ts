/** Things by their id. */
export function byId<T extends { id: string }>(things: T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

export function latestOf<T extends { at: Date }>(things: T[]): T | undefined {
  return things.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0];
}

export function total<T>(things: T[], valueOf: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + valueOf(thing), 0);
}
