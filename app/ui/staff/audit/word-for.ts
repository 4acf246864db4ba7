/** Words by names of the code. */
export type Words = Readonly<Record<string, (() => string) | undefined>>;

/** What people say for a name of the code; undefined where nobody gave it words, as for what older code has recorded. */
export function wordFor(words: Words, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name]?.() : undefined;
}
