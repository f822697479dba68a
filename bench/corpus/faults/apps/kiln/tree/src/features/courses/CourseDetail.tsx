import { useQuery } from '@apollo/client/react';
import { when } from '../../components/dates';
import { COURSE } from '../../graphql/operations';
import { nextSession, placesLeft } from './sessions';
import { useBooking } from './useBooking';

export function CourseDetail({ id }: { id: string }) {
  const { data, loading } = useQuery(COURSE, { variables: { id } });
  const { book, message } = useBooking();
  const course = data?.course;
  if (!course) return <p>{loading ? 'One moment' : 'There is no such course'}</p>;
  const sessions = course.sessions ?? [];
  const next = nextSession(sessions);
  return (
    <article>
      <h2>{course.title}</h2>
      <p>{course.teacher.bio?.headline ?? 'A teacher of few words'}</p>
      <p>{course.materials ? `${course.materials.kilos} kg of ${course.materials.clay}` : 'Bring your own clay'}</p>
      <p>{next ? `Next on ${when(next.startsAt)}` : 'No session yet'}</p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            {when(session.startsAt)}, {placesLeft(session)} left{' '}
            <button type="button" onClick={() => book(session.id)}>Book {session.id}</button>
          </li>
        ))}
      </ul>
      <p role="status">{message}</p>
    </article>
  );
}
