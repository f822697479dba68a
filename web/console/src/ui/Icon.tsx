const paths = {
  copy: 'M9 9h10v10H9zM5 15V5h10',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 6v12M15.5 6v12',
  first: 'M17.5 6l-6 6 6 6M7 6v12',
  last: 'M6.5 6l6 6-6 6M17 6v12',
  back: 'M14.5 6 8.5 12l6 6',
  right: 'm9.5 6 6 6-6 6',
  down: 'm6 9.5 6 6 6-6',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  sun: 'M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 18 18M6 18l1.4-1.4M16.6 7.4 18 6',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  system: 'M4 5.5h16v10H4zM9 19.5h6M12 15.5v4',
  link: 'M10 14a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M14 10a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1',
  flag: 'M6 20.5v-16M6 5h11l-2.5 4L17 13H6',
  branch:
    'M7 6.5v11M7 17.5a2 2 0 1 0 0 .01M7 6.5a2 2 0 1 0 0-.01M17 8.5a2 2 0 1 0 0-.01M17 9c0 4-6 3-9.5 6',
  camera: 'M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 16.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.5',
  close: 'm6.5 6.5 11 11M17.5 6.5l-11 11',
  follow: 'M12 4v13M6.5 12 12 17.5l5.5-5.5M5 20.5h14',
  archive: 'M4 5h16v4H4zM5.5 9v10h13V9M10 12.5h4',
  more: 'M5.5 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M11.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M17.3 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0',
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 19.5c.8-3.4 3.5-5 7-5s6.2 1.6 7 5',
  team: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19c.6-3 2.6-4.5 5.5-4.5s4.9 1.5 5.5 4.5M15.5 5.3a3 3 0 0 1 0 5.5M17.5 14.8c1.7.7 2.7 2.1 3 4.2',
  agent: 'M7 8.5h10v9H7zM12 8.5V5M9.8 12.5v.5M14.2 12.5v.5M10 15.5h4',
  note: 'M5 5h14v10H11l-4 4v-4H5z',
  refresh: 'M19 12a7 7 0 1 1-2-5M17.5 3.5V7H14',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 16 px, for the eye only: what it means stands in the text beside it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
