export const people = {
  p1: { id: 'p1', name: 'Marta Lind' },
  p2: { id: 'p2', name: 'Oscar Bell' },
  p3: { id: 'p3', name: 'Ines Roth' },
};

export const user = {
  id: 'p2',
  name: 'Oscar Bell',
  role: 'recruiter',
  team: { id: 't1', name: 'Talent' },
};

export const jobs = [
  {
    id: 'j1',
    title: 'Backend engineer',
    department: 'Engineering',
    hiringManager: people.p1,
    openings: 2,
    location: { city: 'Utrecht', remote: true },
  },
  {
    id: 'j2',
    title: 'Product designer',
    department: 'Design',
    hiringManager: people.p3,
    openings: 1,
    location: { city: 'Utrecht', remote: false },
  },
];

export const candidates = [
  {
    id: 'c1',
    name: 'Jonas Ferrel',
    jobId: 'j1',
    stage: 'onsite',
    appliedAt: '2026-10-30T09:12:00Z',
    tags: ['java', 'payments'],
    rating: 4,
    source: { channel: 'referral', referrer: people.p3 },
    email: 'jonas@mail.example',
    resume: { fileName: 'ferrel.pdf', pages: 2 },
    offer: {
      salary: { amount: 72000, currency: 'EUR' },
      startDate: '2027-01-11',
      approvals: [{ by: people.p1, at: '2026-11-20T10:00:00Z' }],
    },
  },
  {
    id: 'c2',
    name: 'Lea Okafor',
    jobId: 'j1',
    stage: 'screen',
    appliedAt: '2026-11-08T15:40:00Z',
    tags: ['go'],
    rating: 3,
    source: { channel: 'job board', referrer: null },
    email: 'lea@mail.example',
    resume: { fileName: 'okafor-cv.pdf', pages: 3 },
    offer: null,
  },
  {
    id: 'c3',
    name: 'Pavel Stein',
    jobId: 'j1',
    stage: 'applied',
    appliedAt: '2026-11-21T08:05:00Z',
    tags: [],
    rating: null,
    source: { channel: 'website', referrer: null },
    email: 'pavel@mail.example',
    resume: null,
    offer: null,
  },
  {
    id: 'c4',
    name: 'Amina Dahl',
    jobId: 'j2',
    stage: 'screen',
    appliedAt: '2026-11-15T11:20:00Z',
    tags: ['research'],
    rating: 5,
    source: { channel: 'website', referrer: null },
    email: 'amina@mail.example',
    resume: { fileName: 'dahl.pdf', pages: 1 },
    offer: null,
  },
];

export const scorecards = {
  c1: [
    { id: 's1', interviewer: people.p1, submittedAt: '2026-11-17T14:00:00Z', scores: { skills: 4, team: 5 }, summary: 'Strong on data modelling' },
    { id: 's2', interviewer: people.p3, submittedAt: '2026-11-18T09:30:00Z', scores: { skills: 4, team: 3 }, summary: 'Would hire' },
  ],
  c2: [
    { id: 's3', interviewer: people.p2, submittedAt: '2026-11-19T16:10:00Z', scores: { skills: 3, team: 4 }, summary: 'Needs a second call' },
  ],
  c3: [],
  c4: [],
};

export const activity = {
  c1: [
    { id: 'a1', kind: 'applied', at: '2026-10-30T09:12:00Z', actor: null },
    { id: 'a2', kind: 'moved', at: '2026-11-05T10:00:00Z', actor: people.p2, to: 'screen' },
    { id: 'a3', kind: 'moved', at: '2026-11-12T13:00:00Z', actor: people.p1, to: 'onsite' },
  ],
  c2: [
    { id: 'a4', kind: 'applied', at: '2026-11-08T15:40:00Z', actor: null },
    { id: 'a5', kind: 'moved', at: '2026-11-13T09:00:00Z', actor: people.p2, to: 'screen' },
  ],
};

export const interviews = [
  {
    id: 'i1',
    candidate: { id: 'c1', name: 'Jonas Ferrel' },
    startsAt: '2026-12-01T09:00:00Z',
    durationMinutes: 60,
    panel: [people.p1, people.p3],
    location: { kind: 'room', label: 'Room Linde' },
  },
  {
    id: 'i2',
    candidate: { id: 'c2', name: 'Lea Okafor' },
    startsAt: '2026-12-01T13:30:00Z',
    durationMinutes: 45,
    panel: [people.p2],
    location: { kind: 'video', label: 'Video call' },
  },
  {
    id: 'i3',
    candidate: { id: 'c4', name: 'Amina Dahl' },
    startsAt: '2026-12-02T10:00:00Z',
    durationMinutes: 60,
    panel: [people.p3],
    location: { kind: 'room', label: 'Room Esche' },
  },
];

export const report = {
  period: { from: '2026-09-01', to: '2026-11-30' },
  funnel: [
    { stage: 'applied', count: 118 },
    { stage: 'screen', count: 41 },
    { stage: 'onsite', count: 12 },
    { stage: 'offer', count: 4 },
  ],
  timeToHire: { medianDays: 31.5, p90Days: 58 },
  sources: [
    { channel: 'website', hires: 1, applicants: 64 },
    { channel: 'referral', hires: 2, applicants: 11 },
  ],
};
