import type { CourseDto } from './showCourse';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws the marks of a course as a line. */
export function draw(place: HTMLElement, { marks }: CourseDto): void {
	const west = Math.min(...marks.map(({ lon }) => lon));
	const north = Math.max(...marks.map(({ lat }) => lat));
	const line = document.createElementNS(SVG, 'polyline');
	const points = marks.map(({ lat, lon }) => `${((lon - west) * 1000).toFixed(1)},${((north - lat) * 1000).toFixed(1)}`);
	line.setAttribute('points', points.join(' '));
	const svg = document.createElementNS(SVG, 'svg');
	svg.append(line);
	const names = document.createElement('p');
	names.textContent = `Round ${marks.map(({ name }) => name).join(', ')}`;
	place.replaceChildren(svg, names);
}
