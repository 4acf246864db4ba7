const BASE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded px-5 py-2 text-base font-semibold transition-colors duration-150 disabled:opacity-60";

/** Classes of anything that looks like a button, link or not. */
export const buttonStyle = {
  primary: `${BASE} bg-madder text-on-madder hover:bg-madder-deep`,
  secondary: `${BASE} border border-field bg-surface text-ink hover:border-ink`,
  quiet:
    "inline-flex min-h-11 items-center gap-2 rounded px-3 text-sm font-semibold text-indigo underline-offset-4 hover:underline",
} as const;

/** One of several choices that are links; the chosen one is `aria-current`. */
export const chipStyle =
  "inline-flex min-h-11 items-center rounded border border-line bg-surface px-3.5 py-1.5 text-sm hover:border-ink aria-[current]:border-ink aria-[current]:font-semibold";

export const fieldStyle =
  "min-h-11 w-full rounded border border-field bg-surface px-3 py-2 text-base text-ink placeholder:text-muted";

export const linkStyle = "text-indigo underline decoration-1 underline-offset-4 hover:decoration-2";

/** A bar that fills; browsers have a name of their own for its parts. */
export const progressStyle =
  "h-2 w-full appearance-none overflow-hidden rounded bg-sunken [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-madder [&::-moz-progress-bar]:bg-madder";
