/** A fact of a listing in words, under a name that no other fact of it has. */
export type Fact = { label: string; value: string; lang?: string | undefined };

export type ComparedFact = {
  label: string;
  lang: string | undefined;
  /** Empty where there was nothing. */
  before: string;
  /** Empty where there is nothing any more. */
  after: string;
};

/**
 * Puts what was published beside what is written, fact by fact: those that differ in the order of what is written, with
 * those that are gone at their end, and those that are the same.
 */
export function compareFacts(
  before: readonly Fact[],
  after: readonly Fact[],
): { changed: ComparedFact[]; same: Fact[] } {
  const was = new Map(before.map((fact) => [fact.label, fact]));
  const is = new Map(after.map((fact) => [fact.label, fact]));
  const changed = after
    .filter(({ label, value }) => was.get(label)?.value !== value)
    .map(({ label, value, lang }) => ({ label, lang, before: was.get(label)?.value ?? "", after: value }));
  const gone = before
    .filter(({ label }) => !is.has(label))
    .map(({ label, value, lang }) => ({ label, lang, before: value, after: "" }));
  return { changed: [...changed, ...gone], same: after.filter(({ label, value }) => was.get(label)?.value === value) };
}
