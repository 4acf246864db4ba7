import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { SectionHeading } from "~/ui/primitives/section-heading";

/** A specimen of each kind of document, in both pairs of languages. PDFs are no pages: the browser opens them by itself. */
export function SpecimenList({ kinds }: { kinds: readonly { kind: string; name: string }[] }) {
  const paths = useAllPaths();
  const inLanguages = [
    { second: "en", label: m["documents.open.en"]() },
    { second: "ru", label: m["documents.open.ru"]() },
  ];
  return (
    <section className="mt-8">
      <SectionHeading title={m["documents.samples"]()} />
      <p className="mb-4 text-sm text-muted">{m["documents.sampleText"]()}</p>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {kinds.map(({ kind, name }) => (
          <li key={kind} className="px-4 py-3">
            <p className="font-semibold">{name}</p>
            <p className="flex flex-wrap gap-x-6">
              {inLanguages.map(({ second, label }) => (
                <a
                  key={second}
                  href={paths.documentSample(kind, { second })}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`${name}: ${label}`}
                  className={`${linkStyle} inline-flex min-h-11 items-center text-sm`}
                >
                  {label}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
