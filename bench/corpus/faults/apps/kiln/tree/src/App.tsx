import { useState } from 'react';
import { KilnHeat } from './components/KilnHeat';
import { CoursesPage } from './features/courses/CoursesPage';
import { FiringBoard } from './features/firings/FiringBoard';
import { MemberPage } from './features/member/MemberPage';
import { PieceGallery } from './features/pieces/PieceGallery';

const PAGES = { Courses: CoursesPage, Firings: FiringBoard, Pieces: PieceGallery, Membership: MemberPage };
type Page = keyof typeof PAGES;

export function App() {
  const [page, setPage] = useState<Page>('Courses');
  const Current = PAGES[page];
  const go = (next: Page) => {
    navigator.sendBeacon('/beacon/page', next);
    setPage(next);
  };
  return (
    <>
      <nav>
        {(Object.keys(PAGES) as Page[]).map((name) => (
          <button key={name} type="button" onClick={() => go(name)}>{name}</button>
        ))}
      </nav>
      <KilnHeat />
      <Current />
    </>
  );
}
