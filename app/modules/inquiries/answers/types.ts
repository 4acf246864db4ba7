/** More than anybody finds again in a list of boxes. */
export const MOST_ANSWERS = 30;
export const LONGEST_ANSWER = 2_000;
export const LONGEST_ANSWER_TITLE = 80;

export type AnswerRefusal = "answer-missing" | "title-taken" | "too-many-answers" | "changed-elsewhere";
