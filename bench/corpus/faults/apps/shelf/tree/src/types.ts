export interface Author {
  first: string;
  last: string;
}

export interface Book {
  id: string;
  title: string;
  authors: Author[];
  copies: { free: number; total: number };
  year: number;
}

export interface BookDetail extends Book {
  summary: string;
  shelf: { floor: number; code: string };
  subjects: string[];
}

export interface Review {
  by: string;
  stars: number;
  text: string;
  on: string;
}

export interface Loan {
  id: string;
  book: { id: string; title: string };
  due: string;
  renewals: number;
}
