export type Status = 'submitted' | 'in_review' | 'approved' | 'rejected';

export interface Reviewer {
  id: string;
  name: string;
}

export interface Application {
  id: string;
  title: string;
  applicant: string;
  programmeId: string;
  requested: number;
  status: Status;
  reviewer: Reviewer | null;
}

export interface ApplicationDetail extends Application {
  summary: string;
}

export interface NewApplication {
  title: string;
  applicant: string;
  programmeId: string;
  requested: number;
}

export interface Criterion {
  name: string;
  points: number;
}

export interface Review {
  id: string;
  reviewer: string;
  criteria: Criterion[];
}

export interface Programme {
  id: string;
  name: string;
  budget: number;
}
