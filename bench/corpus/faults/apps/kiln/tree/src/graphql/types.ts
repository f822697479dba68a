export enum CourseLevel { Beginner = 'BEGINNER', Advanced = 'ADVANCED' }
export enum FiringStatus { Planned = 'PLANNED', Heating = 'HEATING', Cooling = 'COOLING', Unloaded = 'UNLOADED' }
export enum PieceStage { Green = 'GREEN', Bisque = 'BISQUE', Glazed = 'GLAZED' }

export interface TeacherFragment { __typename: 'Teacher'; id: string; name: string }
export interface SessionFragment { __typename: 'Session'; id: string; startsAt: string; wheels: number; booked: number }
export interface CourseCardFragment {
  __typename: 'Course';
  id: string;
  title: string;
  level: CourseLevel;
  priceCents: number;
  teacher: TeacherFragment;
}
export interface CoursesQuery { courses: { totalCount: number; nodes: CourseCardFragment[] } }
export interface CourseQuery {
  course: (CourseCardFragment & {
    teacher: { bio: { headline: string } | null };
    sessions: SessionFragment[] | null;
    materials: { clay: string; kilos: number } | null;
  }) | null;
}
export interface BookingFragment {
  __typename: 'Booking';
  id: string;
  session: { id: string; startsAt: string };
  course: { id: string; title: string };
}
export interface BookMutation { book: { booking: BookingFragment; creditsLeft: number } | null }
export interface FiringFragment {
  __typename: 'Firing';
  id: string;
  kiln: { id: string; name: string };
  status: FiringStatus;
  program: { name: string; peak: number };
  startedAt: string | null;
}
export interface FiringsQuery { firings: FiringFragment[] }
export interface PieceFragment {
  __typename: 'Piece';
  id: string;
  name: string;
  stage: PieceStage;
  maker: { id: string; nickname: string };
  glazes: { name: string; cone: string }[];
  shelf: { row: string; place: number } | null;
}
export interface PiecesQuery { pieces: PieceFragment[] }
export interface ViewerQuery {
  viewer: {
    id: string;
    nickname: string;
    membership: { tier: string; renewsOn: string; credits: number } | null;
    bookings: BookingFragment[];
  };
}
export interface KilnHeatQuery { kiln: { id: string; celsius: number } | null }
