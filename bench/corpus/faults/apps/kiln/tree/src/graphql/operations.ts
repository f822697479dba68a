import { gql, type TypedDocumentNode } from '@apollo/client';
import { BOOKING, COURSE_CARD, PIECE, SESSION, TEACHER } from './fragments';
import type { BookMutation, CourseQuery, CoursesQuery, FiringsQuery, KilnHeatQuery, PiecesQuery, ViewerQuery } from './types';

export const COURSES: TypedDocumentNode<CoursesQuery, { level?: string }> = gql`
  query Courses($level: CourseLevel) {
    courses(level: $level) { totalCount nodes { ...CourseCard } }
  }
  ${COURSE_CARD}
`;

export const COURSE: TypedDocumentNode<CourseQuery, { id: string }> = gql`
  query Course($id: ID!) {
    course(id: $id) {
      ...CourseCard
      teacher { ...TeacherParts bio { headline } }
      sessions { ...SessionParts }
      materials { clay kilos }
    }
  }
  ${COURSE_CARD}
  ${SESSION}
  ${TEACHER}
`;

export const BOOK: TypedDocumentNode<BookMutation, { sessionId: string }> = gql`
  mutation Book($sessionId: ID!) {
    book(sessionId: $sessionId) { booking { ...BookingParts } creditsLeft }
  }
  ${BOOKING}
`;

export const FIRINGS: TypedDocumentNode<FiringsQuery> = gql`
  query Firings { firings { id kiln { id name } status program { name peak } startedAt } }
`;

export const PIECES: TypedDocumentNode<PiecesQuery, { stage?: string }> = gql`
  query Pieces($stage: PieceStage) { pieces(stage: $stage) { ...PieceParts } }
  ${PIECE}
`;

export const VIEWER: TypedDocumentNode<ViewerQuery> = gql`
  query Viewer {
    viewer { id nickname membership { tier renewsOn credits } bookings { ...BookingParts } }
  }
  ${BOOKING}
`;

export const KILN_HEAT: TypedDocumentNode<KilnHeatQuery> = gql`
  query KilnHeat { kiln { id celsius } }
`;
