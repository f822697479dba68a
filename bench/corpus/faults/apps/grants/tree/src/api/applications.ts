import type { Application, ApplicationDetail, NewApplication, Review } from '../types';
import { http } from './http';

export async function fetchApplications(): Promise<Application[]> {
  const { data } = await http.get<{ items: Application[]; total: number }>('/applications');
  return data.items;
}

export async function fetchApplication(id: string): Promise<ApplicationDetail> {
  const { data } = await http.get<ApplicationDetail>(`/applications/${id}`);
  return data;
}

export async function fetchReviews(id: string): Promise<Review[]> {
  const { data } = await http.get<{ reviews: Review[] }>(`/applications/${id}/reviews`);
  return data.reviews;
}

export async function submitApplication(application: NewApplication): Promise<Application> {
  const { data } = await http.post<{ application: Application }>('/applications', application);
  return data.application;
}
