// The mark of Spotter: a barbell seen as an eye that watches over the lift.
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M5.500 16h21M9 10.500v11M23 10.500v11M6 13v6M26 13v6"
        stroke="var(--on-accent)"
        strokeWidth="2.400"
        strokeLinecap="round"
      />
      <circle cx="16" cy="16" r="4.200" fill="var(--accent)" stroke="var(--on-accent)" strokeWidth="2.400" />
    </svg>
  );
}
