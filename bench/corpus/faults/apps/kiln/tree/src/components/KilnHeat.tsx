import { useQuery } from '@apollo/client/react';
import { KILN_HEAT } from '../graphql/operations';

export function KilnHeat() {
  const { data } = useQuery(KILN_HEAT, { pollInterval: 800, errorPolicy: 'ignore' });
  return <p>Kiln at {data?.kiln?.celsius ?? '?'} degrees</p>;
}
