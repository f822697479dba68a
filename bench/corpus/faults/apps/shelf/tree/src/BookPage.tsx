import { useEffect, useState } from 'react';
import { read, send } from './api';
import { day } from './dates';
import type { BookDetail, Loan, Review } from './types';

export function BookPage({ id }: { id: string }) {
  const [book, setBook] = useState<BookDetail>();
  const [reviews, setReviews] = useState<Review[]>();
  const [note, setNote] = useState('');

  useEffect(() => {
    read<{ book: BookDetail }>(`/books/${id}`).then(({ book: loaded }) => setBook(loaded), () => {});
  }, [id]);

  async function showReviews() {
    const { reviews: list = [] } = await read<{ reviews?: Review[] }>(`/books/${id}/reviews`);
    setReviews(list);
  }

  async function borrow() {
    const { loan, queue } = await send<{ loan: Loan | null; queue: { position: number } | null }>('/loans', { book: id });
    if (loan) setNote(`Yours until ${day(loan.due)}`);
    else if (queue) setNote(`You are number ${queue.position} in the queue`);
  }

  if (!book) return <p>Loading</p>;
  return (
    <article>
      <h1>{book.title}</h1>
      <p>{book.summary}</p>
      <p>{place(book)}</p>
      <p>Subjects: {book.subjects.map((subject) => subject.toUpperCase()).join(', ')}</p>
      <button type="button" onClick={borrow}>Borrow</button>
      <button type="button" onClick={showReviews}>Reviews</button>
      <p role="status">{note}</p>
      {reviews && <Reviews list={reviews} />}
    </article>
  );
}

function place({ shelf }: BookDetail): string {
  return shelf ? `Floor ${shelf.floor}, shelf ${shelf.code}` : 'In the store';
}

function Reviews({ list }: { list: Review[] }) {
  if (list.length === 0) return <p>No reviews yet</p>;
  const best = [...list].sort((one, other) => other.stars - one.stars)[0];
  return (
    <section>
      <h2>Best: {best.by}</h2>
      {list.map((review) => (
        <p key={review.by}>
          {'★'.repeat(review.stars)} {review.text.trim()} ({review.by}, {day(review.on)})
        </p>
      ))}
    </section>
  );
}
