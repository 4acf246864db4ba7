type Said = { words: string; when: string };
type Props = {
  title: string;
  statements: readonly Said[];
  /** What stands where nothing has been said. */
  unanswered: string;
};

/** What the reported side says, the first first. */
export function Statements({ title, statements, unanswered }: Props) {
  return (
    <section aria-labelledby="statements-title">
      <h2 id="statements-title" className="text-lg">
        {title}
      </h2>
      {statements.length === 0 ? (
        <p className="mt-3 text-muted">{unanswered}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
          {statements.map(({ words, when }) => (
            <li key={`${when} ${words}`} className="px-5 py-4">
              <p className="whitespace-pre-line break-words">{words}</p>
              <p className="mt-1 text-sm text-muted">{when}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
