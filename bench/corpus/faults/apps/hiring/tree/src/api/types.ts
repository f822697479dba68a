export interface Person {
  id: string;
  name: string;
}

export interface User extends Person {
  role: 'recruiter' | 'manager';
  team: { id: string; name: string } | null;
}

export interface Session {
  user: User;
  permissions: string[];
}

export interface Job {
  id: string;
  title: string;
  department: string;
  hiringManager: Person;
  openings: number;
  location: { city: string; remote: boolean };
  candidates: number;
}

export type Stage = 'applied' | 'screen' | 'onsite' | 'offer' | 'hired';

export interface CandidateSummary {
  id: string;
  name: string;
  jobId: string;
  stage: Stage;
  appliedAt: string;
  tags: string[];
  rating: number | null;
  source: { channel: string; referrer: Person | null };
}

export interface Offer {
  salary: { amount: number; currency: string };
  startDate: string;
  approvals: { by: Person; at: string }[];
}

export interface Candidate extends CandidateSummary {
  email: string;
  resume: { fileName: string; pages: number } | null;
  offer: Offer | null;
}

export interface Scorecard {
  id: string;
  interviewer: Person;
  submittedAt: string;
  scores: Record<string, number>;
  summary: string;
}

export interface ActivityEntry {
  id: string;
  kind: 'applied' | 'moved' | 'noted';
  at: string;
  actor: Person | null;
  to?: Stage;
}

export interface Interview {
  id: string;
  candidate: Person;
  startsAt: string;
  durationMinutes: number;
  panel: Person[];
  location?: { kind: 'room' | 'video'; label: string };
}

export interface HiringReport {
  period: { from: string; to: string };
  funnel: { stage: Stage; count: number }[];
  timeToHire: { medianDays: number; p90Days: number };
  sources: { channel: string; hires: number; applicants: number }[];
}

export interface SearchHit extends Person {
  job: { id: string; title: string };
}

export interface Page<T> {
  items: T[];
  total: number;
}
