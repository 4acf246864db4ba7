export type TextBlock = { kind: "heading" | "paragraph"; text: string; id?: string };

const HEADING = /^## (?<text>.+?)(?: #(?<id>[a-z-]+))?$/;

/**
 * A long text in its blocks, which empty lines part: `## Title` is a heading, and `## Title #address` one that can be linked
 * to. All the rest are paragraphs.
 */
export function textBlocks(body: string): TextBlock[] {
  return body.split("\n\n").map((block) => {
    const heading = HEADING.exec(block)?.groups;
    if (!heading) return { kind: "paragraph", text: block };
    const { text = "", id } = heading;
    return { kind: "heading", text, ...(id === undefined ? {} : { id }) };
  });
}

/** A list in a paragraph keeps its lines. */
export function TextBlocks({ blocks }: { blocks: readonly TextBlock[] }) {
  return (
    <div className="mt-6 space-y-4 text-lg">
      {blocks.map(({ kind, text, id }) =>
        kind === "heading" ? (
          <h2 key={text} id={id} className="pt-4 text-xl">
            {text}
          </h2>
        ) : (
          <p key={text} className="whitespace-pre-line">
            {text}
          </p>
        ),
      )}
    </div>
  );
}
