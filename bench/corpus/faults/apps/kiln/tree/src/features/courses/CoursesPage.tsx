import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { euros } from '../../components/dates';
import { COURSES } from '../../graphql/operations';
import { CourseLevel } from '../../graphql/types';
import { CourseDetail } from './CourseDetail';

const LEVELS: Record<CourseLevel, { label: string; sign: string }> = {
  [CourseLevel.Beginner]: { label: 'For beginners', sign: '○' },
  [CourseLevel.Advanced]: { label: 'For the advanced', sign: '●' },
};

export function levelOf(level: CourseLevel) {
  return LEVELS[level] ?? { label: 'For everybody', sign: '–' };
}

export function CoursesPage() {
  const [chosen, setChosen] = useState<string>();
  const { data, error } = useQuery(COURSES);
  const nodes = data?.courses?.nodes ?? [];
  return (
    <section>
      <h1>Courses</h1>
      {error && <p role="alert">Courses cannot be shown now</p>}
      <ul>
        {nodes.map(({ id, title, level, priceCents, teacher }) => (
          <li key={id}>
            <button type="button" onClick={() => setChosen(id)}>{title}</button>{' '}
            {levelOf(level).sign} {levelOf(level).label}, {euros(priceCents)}, with {teacher.name}
          </li>
        ))}
      </ul>
      {chosen && <CourseDetail key={chosen} id={chosen} />}
    </section>
  );
}
