import { SHORTEST_DESCRIPTION, type TextCompleteness, type TextPart } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { Icon } from "~/ui/primitives/icon";

const LANGUAGES: Readonly<Record<Locale, () => string>> = {
  az: m["catalog.meter.in.az"],
  en: m["catalog.meter.in.en"],
  ru: m["catalog.meter.in.ru"],
};

const PARTS: Readonly<Record<TextPart, { name: () => string; why: () => string }>> = {
  title: { name: m["catalog.meter.title"], why: m["catalog.meter.titleWhy"] },
  description: {
    name: () => m["catalog.meter.description"]({ letters: SHORTEST_DESCRIPTION }),
    why: m["catalog.meter.descriptionWhy"],
  },
  variantNames: { name: m["catalog.meter.variantNames"], why: m["catalog.meter.variantNamesWhy"] },
  deliverables: { name: m["catalog.meter.deliverables"], why: m["catalog.meter.deliverablesWhy"] },
  rights: { name: m["catalog.meter.rights"], why: m["catalog.meter.rightsWhy"] },
  checked: { name: m["catalog.meter.checked"], why: m["catalog.meter.checkedWhy"] },
};

type Props = {
  locale: Locale;
  completeness: TextCompleteness;
  /** The original has changed since this translation was made. */
  isOlder?: boolean;
};

/** How much of a listing's texts is there in one language, what is missing and why it matters. */
export function TextMeter({ locale, completeness: { parts, done, total }, isOlder = false }: Props) {
  const language = LANGUAGES[locale]();
  const isComplete = done === total;
  const share = isComplete ? m["catalog.meter.complete"]() : m["catalog.meter.share"]({ done, total });
  const missing = parts.filter(({ isDone }) => !isDone);
  return (
    <section aria-label={language} className="flex flex-col gap-3 rounded border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-semibold">{language}</p>
        <p className={`inline-flex items-center gap-1 text-sm ${isComplete ? "text-verified" : "text-muted"}`}>
          {isComplete ? <Icon name="check" className="size-4 shrink-0" /> : null}
          {share}
        </p>
      </div>
      <div
        role="meter"
        aria-label={language}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={share}
        className="flex gap-1"
      >
        {parts.map(({ part }, at) => (
          <span
            key={part}
            className={`h-2 flex-1 rounded-sm border ${at < done ? "border-verified bg-verified" : "border-field bg-sunken"}`}
          />
        ))}
      </div>
      {isOlder ? <Task icon="warning" name={m["catalog.meter.older"]()} why={m["catalog.meter.olderWhy"]()} /> : null}
      {missing.length > 0 ? (
        <>
          <p className="sr-only">{m["catalog.meter.missing"]()}</p>
          <ul className="flex flex-col gap-3">
            {missing.map(({ part }) => (
              <li key={part}>
                <Task icon="info" name={PARTS[part].name()} why={PARTS[part].why()} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Task({ icon, name, why }: { icon: "info" | "warning"; name: string; why: string }) {
  return (
    <div className="flex gap-2">
      <Icon name={icon} className="mt-0.5 size-5 shrink-0 text-walnut" />
      <div>
        <p className="font-medium">{name}</p>
        <p className="text-sm text-muted">{why}</p>
      </div>
    </div>
  );
}
