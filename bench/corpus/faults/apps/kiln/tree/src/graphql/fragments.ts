import { gql } from '@apollo/client';

export const TEACHER = gql`
  fragment TeacherParts on Teacher { id name }
`;

export const COURSE_CARD = gql`
  fragment CourseCard on Course { id title level priceCents teacher { ...TeacherParts } }
  ${TEACHER}
`;

export const SESSION = gql`
  fragment SessionParts on Session { id startsAt wheels booked }
`;

export const BOOKING = gql`
  fragment BookingParts on Booking { id session { id startsAt } course { id title } }
`;

export const PIECE = gql`
  fragment PieceParts on Piece {
    id name stage
    maker { id nickname }
    glazes { name cone }
    shelf { row place }
  }
`;
