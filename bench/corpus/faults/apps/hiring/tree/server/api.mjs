import * as db from './data.mjs';

const STAGES = ['applied', 'screen', 'onsite', 'offer', 'hired'];
let unread = 3;

const ok = (body) => ({ status: 200, body });
const problem = (status, code, message) => ({ status, body: { error: { code, message } } });
const notFound = () => problem(404, 'not_found', 'There is no such thing');

function summary({ id, name, jobId, stage, appliedAt, tags, rating, source }) {
  return { id, name, jobId, stage, appliedAt, tags, rating, source };
}

function listJobs() {
  const items = db.jobs.map((job) => ({
    ...job,
    candidates: db.candidates.filter(({ jobId }) => jobId === job.id).length,
  }));
  return ok({ items, total: items.length });
}

function listCandidates(query) {
  const jobId = query.get('job');
  const items = db.candidates.filter((each) => !jobId || each.jobId === jobId).map(summary);
  return ok({ items, total: items.length });
}

function searchCandidates(query) {
  const term = (query.get('q') ?? '').toLowerCase();
  const hits = db.candidates.filter(({ name }) => name.toLowerCase().includes(term));
  return ok({
    query: term,
    hits: hits.map(({ id, name, jobId }) => {
      const job = db.jobs.find((each) => each.id === jobId);
      return { id, name, job: { id: job.id, title: job.title } };
    }),
  });
}

function candidate(id) {
  const found = db.candidates.find((each) => each.id === id);
  return found ? ok(found) : notFound();
}

function advance(id) {
  const found = db.candidates.find((each) => each.id === id);
  if (!found) return notFound();
  const next = STAGES[STAGES.indexOf(found.stage) + 1];
  if (next === 'offer' && !found.offer?.approvals.length) {
    return problem(409, 'approval_missing', 'An offer needs an approval first');
  }
  found.stage = next;
  return ok({ candidate: summary(found), movedAt: new Date().toISOString() });
}

export const routes = [
  ['GET', '/api/session', () => ok({ user: db.user, permissions: ['candidates:read', 'candidates:move'] })],
  ['GET', '/api/jobs', listJobs],
  ['GET', '/api/candidates', listCandidates],
  ['GET', '/api/candidates/search', searchCandidates],
  ['GET', '/api/candidates/:id', (_, { id }) => candidate(id)],
  ['GET', '/api/candidates/:id/scorecards', (_, { id }) => ok({ items: db.scorecards[id] ?? [] })],
  ['GET', '/api/candidates/:id/activity', (_, { id }) => ok({ entries: db.activity[id] ?? [] })],
  ['POST', '/api/candidates/:id/advance', (_, { id }) => advance(id)],
  ['GET', '/api/interviews', () => ok({ items: db.interviews })],
  ['GET', '/api/reports/hiring', () => ok(db.report)],
  ['GET', '/api/notifications', () => ok({ unread: (unread = (unread % 5) + 1) })],
];
