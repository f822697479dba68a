import * as db from './db.mjs';

let unread = 3;

const json = (status, body) => ({ status, body });

function toItem({ id, title, applicant, programmeId, requested, status, reviewer }) {
  return { id, title, applicant, programmeId, requested, status, reviewer };
}

function listApplications() {
  return json(200, { items: db.applications.map(toItem), total: db.applications.length });
}

function showApplication(id) {
  const found = db.applications.find((each) => each.id === id);
  return found ? json(200, { ...toItem(found), summary: db.summaries[id] ?? '' }) : json(404, { message: 'No such application' });
}

function listReviews(id) {
  return json(200, { applicationId: id, reviews: db.reviews[id] ?? [] });
}

function createApplication({ title, applicant, programmeId, requested }) {
  if (requested > db.limits.requested) {
    return json(422, { message: 'Not valid', errors: { requested: `At most ${db.limits.requested}` } });
  }
  const id = `a${db.applications.length + 1}`;
  const application = { id, title, applicant, programmeId, requested, status: 'submitted', reviewer: { id: 'r2', name: 'Abara' } };
  db.applications.push(application);
  return json(201, { application });
}

function notices() {
  unread = (unread + 1) % 7;
  return json(200, { unread });
}

export function handle(method, path, body) {
  const [, resource, id, part] = path.slice('/api'.length).split('/');
  switch (`${method} ${resource}${id ? '/:id' : ''}${part ? `/${part}` : ''}`) {
    case 'GET me':
      return json(200, db.me);
    case 'GET programmes':
      return json(200, { programmes: db.programmes });
    case 'GET applications':
      return listApplications();
    case 'POST applications':
      return createApplication(body);
    case 'GET applications/:id':
      return showApplication(id);
    case 'GET applications/:id/reviews':
      return listReviews(id);
    case 'GET notices':
      return notices();
    case 'POST visits':
      return json(202, {});
    default:
      return json(404, { message: 'Not found' });
  }
}
