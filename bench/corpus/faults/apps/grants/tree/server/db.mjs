export const me = { name: 'Desk two', roles: ['officer'] };

export const programmes = [
  { id: 'music', name: 'Music', budget: 25000 },
  { id: 'youth', name: 'Youth', budget: 40000 },
];

export const applications = [
  { id: 'a1', title: 'Brass for beginners', applicant: 'Town band', programmeId: 'music', requested: 4200, status: 'submitted', reviewer: { id: 'r1', name: 'Castellan' } },
  { id: 'a2', title: 'Climbing wall', applicant: 'Youth centre', programmeId: 'youth', requested: 9800, status: 'in_review', reviewer: { id: 'r2', name: 'Abara' } },
  { id: 'a3', title: 'Choir exchange', applicant: 'Parish choir', programmeId: 'music', requested: 3100, status: 'approved', reviewer: { id: 'r1', name: 'Castellan' } },
  { id: 'a4', title: 'Night football', applicant: 'Sports club', programmeId: 'youth', requested: 2500, status: 'rejected', reviewer: { id: 'r3', name: 'Duarte' } },
  { id: 'a5', title: 'Repair evenings', applicant: 'Library', programmeId: 'youth', requested: 1200, status: 'submitted', reviewer: { id: 'r2', name: 'Abara' } },
];

export const summaries = {
  a1: 'Instruments to lend to those who begin.',
  a2: 'A wall of six metres in the old hall.',
  a3: 'Two weeks with a choir from abroad.',
  a4: 'A pitch with light on Friday nights.',
  a5: 'Tools and tea, once a month.',
};

export const reviews = {
  a1: [{ id: 'v1', reviewer: 'Castellan', criteria: [{ name: 'reach', points: 4 }, { name: 'cost', points: 3 }] }],
  a2: [
    { id: 'v2', reviewer: 'Abara', criteria: [{ name: 'reach', points: 5 }, { name: 'cost', points: 2 }] },
    { id: 'v3', reviewer: 'Duarte', criteria: [{ name: 'reach', points: 3 }, { name: 'cost', points: 3 }] },
  ],
  a3: [{ id: 'v4', reviewer: 'Castellan', criteria: [{ name: 'reach', points: 3 }, { name: 'cost', points: 5 }] }],
  a4: [],
  a5: [],
};

/** What a single application may ask for. */
export const limits = { requested: 20000 };
