/** The band of stepped diamonds that marks a beginning or an end. */
export function OrnamentBand({ className = "text-madder" }: { className?: string }) {
  return <div aria-hidden="true" className={`ornament-band ${className}`} />;
}

/** The eight-pointed star of the logo, an empty list and a missing page. */
export function OrnamentStar({ className = "size-8 text-madder" }: { className?: string }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" className={className} fill="currentColor">
      <path d="M24 1 31 17 47 24 31 31 24 47 17 31 1 24 17 17Z" opacity=".9" />
      <path d="M10 10h28v28H10z" fill="none" stroke="currentColor" strokeWidth="2" transform="rotate(0 24 24)" />
      <path d="M24 17 31 24 24 31 17 24Z" className="fill-ground" />
    </svg>
  );
}
