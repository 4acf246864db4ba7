import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";

type Props = { paper: { name: string; contentType: string }; href: string };

/** A paper in front of who judges it, as what it is. */
export function PaperShown({ paper: { name, contentType }, href }: Props) {
  return (
    <>
      {contentType === "application/pdf" ? (
        // No `sandbox`: browsers show no PDF in a sandboxed frame. What the paper could do was looked for when it came.
        // oxlint-disable-next-line react/iframe-missing-sandbox -- the answer's own policy lets nothing in it run
        <iframe src={href} title={name} className="mt-3 h-[75vh] w-full rounded border border-line bg-sunken" />
      ) : (
        <img src={href} alt={name} className="mt-3 max-h-[75vh] max-w-full rounded border border-line bg-sunken" />
      )}
      <p className="mt-2">
        <a href={href} target="_blank" rel="noreferrer" className={linkStyle}>
          {m["reviews.papers.beside"]()}
        </a>
      </p>
    </>
  );
}
