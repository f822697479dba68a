import axios from 'axios';
import { install } from './interceptors';

export const client = axios.create({
  baseURL: '/api/v1',
  timeout: 8000,
  headers: { accept: 'application/json' },
});
install(client);
