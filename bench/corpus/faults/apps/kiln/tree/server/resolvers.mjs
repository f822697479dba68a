import { courses, firings, pieces, viewer } from './data.mjs';

const fault = (message, code, path) => ({ message, path, extensions: { code } });
const nodes = (typename, list) => ({ __typename: `${typename}Connection`, totalCount: list.length, nodes: list });

export const resolvers = {
  Courses: ({ level }) => {
    const list = courses.filter((course) => !level || course.level === level);
    return { data: { courses: nodes('Course', list) } };
  },
  Course: ({ id }) => ({ data: { course: courses.find((course) => course.id === id) ?? null } }),
  Book: ({ sessionId }) => {
    const course = courses.find(({ sessions }) => sessions.some(({ id }) => id === sessionId));
    const session = course.sessions.find(({ id }) => id === sessionId);
    if (session.booked >= session.wheels) {
      return { data: { book: null }, errors: [fault('That session is full', 'FULL', ['book'])] };
    }
    session.booked += 1;
    const booking = { __typename: 'Booking', id: `b${session.id}`, session, course: { __typename: 'Course', id: course.id, title: course.title } };
    return { data: { book: { __typename: 'BookPayload', booking, creditsLeft: viewer.membership.credits - 1 } } };
  },
  Firings: () => ({ data: { firings } }),
  Pieces: ({ stage }) => ({ data: { pieces: pieces.filter((piece) => !stage || piece.stage === stage) } }),
  Viewer: () => ({ data: { viewer } }),
  KilnHeat: () => ({ data: { kiln: { __typename: 'Kiln', id: 'k1', celsius: 412 } } }),
};
