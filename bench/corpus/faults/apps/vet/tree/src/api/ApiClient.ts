export interface Problem {
  status: number;
  title: string;
  detail?: string;
}

export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
  }

  get status(): number {
    return this.problem.status;
  }
}

interface Envelope<T> {
  data: T;
  meta?: { total: number };
}

type Query = Record<string, string | number | undefined>;

/** Typed access to the practice's API. */
export class ApiClient {
  constructor(private readonly baseUrl: string) {}

  async get<T>(path: string, query: Query = {}): Promise<T> {
    const envelope = await this.request<T>('GET', path + this.search(query));
    return envelope.data;
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    const envelope = await this.request<T>('POST', path, body);
    return envelope.data;
  }

  private async request<T>(method: string, path: string, body?: unknown): Promise<Envelope<T>> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: this.headers(body !== undefined),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const json = await response.json().catch(() => undefined);
    if (!response.ok) {
      throw new ApiProblem(json ?? { status: response.status, title: response.statusText });
    }
    return json as Envelope<T>;
  }

  private headers(withBody: boolean): HeadersInit {
    return withBody
      ? { accept: 'application/json', 'content-type': 'application/json' }
      : { accept: 'application/json' };
  }

  private search(query: Query): string {
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    if (given.length === 0) return '';
    return `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
  }
}
