import type { AxiosError, AxiosInstance } from 'axios';

let asked = 0;

export class ApiError extends Error {
  constructor(readonly status: number, readonly code: string, message: string) {
    super(message);
    this.name = 'ApiError';
  }
}

export function install(client: AxiosInstance): void {
  client.interceptors.request.use((config) => {
    config.headers.set('x-request-number', String(++asked));
    return config;
  });
  client.interceptors.response.use(
    (response) => response,
    (error: AxiosError<{ error?: { code: string; message: string } }>) => {
      const status = error.response?.status ?? 0;
      const told = error.response?.data?.error;
      return Promise.reject(new ApiError(status, told?.code ?? 'unreachable', told?.message ?? 'No answer'));
    },
  );
}
