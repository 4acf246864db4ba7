/** A form that nobody was signed in for and that no page shows by itself: what is needed to show it and to send it again. */
export type UnsentForm = {
  kind: "unsent-form";
  /** Where it was posted. */
  address: string;
  isMultipart: boolean;
  hasFiles: boolean;
  /** Its texts by their names, as they were typed. */
  entries: readonly (readonly [name: string, value: string])[];
};

/** Marks a form that is sent from the page that shows it. */
export const UNSENT_FIELD = "unsent";

/** The form that came with an answer, if one did. */
export function unsentIn(answer: unknown): UnsentForm | undefined {
  const isUnsent = typeof answer === "object" && answer !== null && "kind" in answer && answer.kind === "unsent-form";
  // Made by this room alone; nothing else that pages throw has this kind.
  return isUnsent ? (answer as UnsentForm) : undefined;
}

/** Whether an answer to a form says that nobody is signed in any more. */
export function isSignedOut(answer: unknown): answer is { isSignedOut: true } {
  return typeof answer === "object" && answer !== null && "isSignedOut" in answer && answer.isSignedOut === true;
}
