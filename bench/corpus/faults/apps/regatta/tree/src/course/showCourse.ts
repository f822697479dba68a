import { http } from '../net/Http';

export interface CourseDto {
	marks: { name: string; lat: number; lon: number }[];
}

export async function showCourse(race: string): Promise<void> {
	const place = document.getElementById('chart');
	if (!place) return;
	let course: CourseDto;
	try {
		course = await http.get<CourseDto>(`/races/${race}/course`);
	} catch {
		place.textContent = 'There is no course now';
		return;
	}
	const chart = await import('./chart').catch(() => null);
	if (chart) chart.draw(place, course);
	else place.textContent = 'Load the page again to see the course';
}
