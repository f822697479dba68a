/** The mark of Suture: one seam, three stitches over it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} fill="none" aria-hidden="true">
      <rect width="24" height="24" rx="6" className="mark-ground" />
      <g strokeLinecap="round" className="mark-thread">
        <path d="M12 4.5v15" strokeWidth="1.4" strokeDasharray="1.2 2.6" strokeOpacity=".6" />
        <path d="M6.5 8.5 17.5 6.5M6.5 13 17.5 11M6.5 17.5 17.5 15.5" strokeWidth="1.9" />
      </g>
    </svg>
  );
}
