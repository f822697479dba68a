export function initials(name) {
  return name
    .split(' ')
    .map((part) => part[0])
    .join('');
}

export function levelName(level) {
  if (level === 0) return 'Ground floor';
  return `Floor ${level.toString().padStart(2, '0')}`;
}
