/** The mark of Suture: a wound and the stitches that close it; the same drawing as the extension's. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="7" className="mark-ground" />
      <g strokeLinecap="round" className="mark-thread">
        <path d="M16 4.5C14 10 18 14 16 18s1.5 6 0 9.5" strokeWidth="1.6" strokeOpacity=".55" />
        <path d="M9.5 7.5l13 4.5M22.5 7.5l-13 4.5" strokeWidth="2.6" />
        <path d="M9.5 19.5l13 4.5M22.5 19.5l-13 4.5" strokeWidth="2.6" />
      </g>
    </svg>
  );
}
