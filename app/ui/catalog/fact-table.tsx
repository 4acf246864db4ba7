import type { FactRow } from "~/modules/catalog";

/** Facts as a list of names and values; nothing when there are none. */
export function FactTable({ title, facts }: { title: string; facts: readonly FactRow[] }) {
  if (facts.length === 0) return null;
  return (
    <section>
      <h2 className="text-xl">{title}</h2>
      <dl className="mt-3 divide-y divide-line border-y border-line">
        {facts.map((fact) => (
          <div key={fact.label} className="grid grid-cols-[2fr_3fr] gap-4 py-2 text-base">
            <dt className="text-muted">{fact.label}</dt>
            <dd>
              {fact.value}
              {fact.note ? <span className="block text-sm text-muted">{fact.note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
