import { useLazyQuery, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from '../../components/toast';
import { PIECES } from '../../graphql/operations';
import { type PieceFragment, PieceStage } from '../../graphql/types';
import { useFavourites } from './useFavourites';
import { hottest, makers, placeOf } from './selectors';

export function PieceGallery() {
  const { data } = useQuery(PIECES, { variables: {} });
  const [load, { data: some }] = useLazyQuery(PIECES);
  const [stage, setStage] = useState<PieceStage>();
  const { favourites, toggle } = useFavourites();
  const pieces = (stage ? some?.pieces : data?.pieces) ?? [];
  const choose = (next: PieceStage) => {
    setStage(next);
    load({ variables: { stage: next } });
  };
  return (
    <section>
      <h1>Pieces</h1>
      {Object.entries(PieceStage).map(([name, value]) => (
        <button key={value} type="button" onClick={() => choose(value)}>Only {name.toLowerCase()}</button>
      ))}
      <p>Made by {makers(pieces).join(', ')}</p>
      <p>{favourites.length} favourites</p>
      <ul>{pieces.map((piece) => <Piece key={piece.id} piece={piece} onLike={() => toggle(piece.id)} />)}</ul>
      <button type="button" onClick={() => toast(`${pieces.length} pieces`)}>Count</button>
    </section>
  );
}

function Piece({ piece, onLike }: { piece: PieceFragment; onLike: () => void }) {
  const cone = hottest(piece);
  return (
    <li>
      {piece.name}, {placeOf(piece)}, {cone === undefined ? 'no glaze' : `cone ${cone.toFixed(0)}`}{' '}
      <button type="button" onClick={onLike}>Like {piece.name}</button>
    </li>
  );
}
