import { backOn, isClosedOn, type PublicSeller } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { formatDay } from "./format.server";
import type { ClosureView } from "./views";

/** What buyers are told of a shop that is closed or soon will be: until when, why, and when it works again. */
export function closureView(closure: PublicSeller["closure"], today: string, lang: Locale): ClosureView | undefined {
  if (!closure) return undefined;
  const back = formatDay(backOn(closure), lang);
  return {
    text: isClosedOn(closure, today)
      ? m["sellers.closure.now"]({ day: back })
      : m["sellers.closure.soon"]({
          from: formatDay(closure.fromOn, lang),
          until: formatDay(closure.untilOn, lang),
          day: back,
        }),
    note: closure.note,
  };
}
