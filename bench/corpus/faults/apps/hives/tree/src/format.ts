const form = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const day = (iso: string | undefined) => {
  const date = new Date(iso ?? '');
  return Number.isNaN(date.getTime()) ? 'no day' : form.format(date);
};

export const kilos = (grams: number) => `${(grams / 1000).toFixed(1)} kg`;
