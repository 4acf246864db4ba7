import { oneOfWords, plainWord } from "./plain-word";

/** The months, January first, as each language names them. */
const ENGLISH = "january february march april may june july august september october november december".split(" ");
const ENGLISH_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const AZERBAIJANI = "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr".split(" ");
const RUSSIAN = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");
const RUSSIAN_SHORT = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");

/** Does the last vowel of an Azerbaijani word ask for endings with a, not ə? */
export function hasBackVowel(word: string): boolean {
  return /[aıou][^aeəıioöuü]*$/.test(word);
}

/** январь, января, январю, январе; март, марта, марту, марте. */
function russianForms(month: string): string[] {
  const stem = month.replace(/[ьй]$/u, "");
  const endings = stem === month ? ["", "а", "у", "е"] : [month.slice(-1), "я", "ю", "е"];
  return endings.map((ending) => stem + ending);
}

function azerbaijaniForms(month: string) {
  const open = hasBackVowel(month) ? "a" : "ə";
  const close = /[uo][^aeəıioöuü]*$/.test(month) ? "u" : open === "a" ? "ı" : "i";
  return {
    /** yanvar */
    base: month,
    /** yanvara */
    to: month + open,
    /** yanvaradək */
    until: `${month}${open}dək`,
    /** yanvarın */
    of: `${month}${close}n`,
    /** yanvardan */
    from: `${month}d${open}n`,
    /** "2027-ci ilin yanvarına" */
    itsTo: `${month}${close}n${open}`,
    /** "2027-ci ilin yanvarının" */
    itsOf: `${month}${close}n${close}n`,
  };
}

const indexOf = new Map<string, number>();

/** A piece of a pattern for any month in some of its forms, each of which `monthOf` knows. */
function anyMonth(formsOf: (index: number) => readonly string[]): string {
  const forms = ENGLISH.flatMap((_, index) => formsOf(index).map((form) => ({ form, index })));
  for (const { form, index } of forms) indexOf.set(plainWord(form), index);
  return oneOfWords(forms.map(({ form }) => form).join(" "));
}

/** 0 for January in whatever form, as plain words write it. */
export function monthOf(form: string | undefined): number | undefined {
  return indexOf.get(form ?? "");
}

const european = (index: number) => [ENGLISH[index] ?? "", ...russianForms(RUSSIAN[index] ?? "")];

/** English and Russian, in full. */
export const MONTH_IN_FULL = anyMonth(european);

/** English and Russian, also shortened as beside a day. */
export const MONTH = anyMonth((index) => [
  ...european(index),
  ENGLISH_SHORT[index] ?? "",
  RUSSIAN_SHORT[index] ?? "",
  ...(index === 8 ? ["sept", "сент"] : []),
]);

/** Azerbaijani, in any of some cases. */
export function azerbaijaniMonth(...cases: (keyof ReturnType<typeof azerbaijaniForms>)[]): string {
  return anyMonth((index) => {
    const forms = azerbaijaniForms(AZERBAIJANI[index] ?? "");
    return cases.map((form) => forms[form]);
  });
}
