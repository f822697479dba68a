import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { toast } from '../../components/toast';
import { when } from '../../components/dates';
import { BOOK, VIEWER } from '../../graphql/operations';

export function useBooking() {
  const [message, setMessage] = useState('');
  const [mutate] = useMutation(BOOK);

  async function book(sessionId: string) {
    try {
      const { data } = await mutate({ variables: { sessionId }, refetchQueries: [VIEWER] });
      if (!data?.book) return setMessage('That did not work');
      const { booking, creditsLeft } = data.book;
      setMessage(`Booked for ${when(booking.session.startsAt)}`);
      toast(`${creditsLeft} credits left`);
    } catch (error) {
      setMessage(error instanceof Error ? error.message : 'That did not work');
    }
  }

  return { book, message };
}
