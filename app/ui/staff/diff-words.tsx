import { wordDiff } from "./word-diff";

type Props = { before: string; after: string; lang?: string | undefined };

/** A text with what was taken out of it struck through, and what came in marked. */
export function DiffWords({ before, after, lang }: Props) {
  const parts = wordDiff(before, after);
  // A text that is another altogether stands below the one before it.
  const look = parts.some(({ kind }) => kind === "same") ? "mr-1" : "block";
  return (
    <span lang={lang} className="whitespace-pre-line break-words">
      {parts.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        // A space of the page's own, where the text has none: words of two versions do not run into each other.
        return kind === "gone" ? (
          <del key={key} className={`${look} bg-pomegranate-wash text-pomegranate`}>
            {text}
          </del>
        ) : (
          <ins key={key} className="bg-verified-wash text-verified">
            {text}
          </ins>
        );
      })}
    </span>
  );
}
