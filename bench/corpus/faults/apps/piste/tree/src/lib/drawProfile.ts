const SVG = 'http://www.w3.org/2000/svg'

/** Draws heights as a line into an svg of 100 by 100. */
export function drawProfile(id: string, heights: number[]): void {
  const svg = document.getElementById(id)!
  const top = Math.max(...heights)
  const span = top - Math.min(...heights) || 1
  const points = heights.map((height, at) => `${(at * 100) / (heights.length - 1)},${((top - height) * 100) / span}`)
  const line = document.createElementNS(SVG, 'polyline')
  line.setAttribute('points', points.join(' '))
  line.setAttribute('fill', 'none')
  line.setAttribute('stroke', 'currentColor')
  svg.replaceChildren(line)
}
