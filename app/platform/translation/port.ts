import type { Locale } from "~/platform/i18n/locales";

export type Translator = {
  /** As it is named beside what it made. */
  name: string;
  /**
   * Translates plain text.
   *
   * @returns undefined when the service does not know one of the languages, or takes no text of that kind
   * @throws when it cannot be reached or has no place just now: the job tries again
   */
  translate: (asked: { text: string; from: Locale; to: Locale }) => Promise<string | undefined>;
};
