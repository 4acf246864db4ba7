/** What a refusal's sentence names: the parameter, the id, the amounts. */
export type About = Readonly<Record<string, string>>;

export type Refusal = {
  type: "invalid_request_error" | "card_error" | "idempotency_error" | "api_error";
  /** Absent where Stripe answers with a sentence alone. */
  code?: string;
  status: number;
  message: (about: About) => string;
  source: string;
  /** Whose words the message is: Stripe's documentation, what others saw Stripe answer, or our own. */
  words: "documented" | "seen" | "ours";
  /** Is the answer kept for the idempotency key? Stripe keeps what it began to do, not what it refused to begin. */
  isSaved: boolean;
};

/** Refused before anything was begun. */
export const badRequest = { type: "invalid_request_error", status: 400, isSaved: false } as const;

/** Refused after Stripe began to do it. */
export const badState = { ...badRequest, isSaved: true } as const;

export type Refusals = Readonly<Record<string, Refusal>>;
