import type { PieceFragment } from '../../graphql/types';

export const placeOf = ({ shelf }: PieceFragment) => (shelf ? `${shelf.row}${shelf.place}` : 'on the move');

/** The hottest cone among a piece's glazes. */
export function hottest({ glazes }: PieceFragment): number | undefined {
  const cones = (glazes ?? []).map(({ cone }) => Number(cone));
  return cones.length > 0 ? Math.max(...cones) : undefined;
}

export function makers(pieces: PieceFragment[]): string[] {
  return [...new Set(pieces.map(({ maker }) => maker?.nickname ?? 'nobody'))].sort();
}
