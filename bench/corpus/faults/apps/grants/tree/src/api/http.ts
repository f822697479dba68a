import axios, { AxiosError } from 'axios';

export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly errors: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export const http = axios.create({ baseURL: '/api', timeout: 10_000 });

http.interceptors.response.use(
  (response) => response,
  (error: AxiosError<{ message?: string; errors?: Record<string, string> }>) => {
    const { status = 0, data } = error.response ?? {};
    throw new ApiError(data?.message ?? error.message, status, data?.errors);
  },
);
