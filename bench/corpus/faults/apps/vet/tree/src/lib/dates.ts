const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export function longDate(date: Date | undefined): string {
  return date && !Number.isNaN(date.getTime()) ? long.format(date) : 'no date';
}

export function ageInYears(born: Date, now = new Date()): number {
  return Math.floor((now.getTime() - born.getTime()) / (365.25 * 24 * 3600 * 1000));
}

export function nextWeek(week: string): string {
  const [year, number] = week.split('-W');
  return `${year}-W${String(Number(number) + 1).padStart(2, '0')}`;
}

export function minutes(clock: string): number {
  const [hours, rest] = clock.split(':').map(Number);
  return hours * 60 + rest;
}
