import { randomUUID } from "node:crypto";
import { parse, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { FormKey } from "~/platform/db/once.server";
import { isUuid } from "~/platform/uuid";

/** What a refused form gets back: everything that was typed, and a sentence at each mistake. */
export type FormAnswer = SubmissionResult;

export type ParsedForm<Value> = {
  key: FormKey;
  /** The form as it came, with sentences for the whole of it, or for single fields by their names. */
  answer: (problem?: string, fields?: Record<string, string>) => FormAnswer;
} & ({ ok: true; value: Value } | { ok: false });

type Options = {
  /** Fields that are never sent back, such as passwords. */
  secret?: readonly string[];
  /** How large it may be, in bytes, for a form that carries a file. */
  most?: number;
};

/**
 * Reads a posted form by a schema, once. A form without a key of ours gets one of its own: it is done, but a second post
 * of it does not find the first.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { secret, most = LARGEST_FORM }: Options = {},
): Promise<ParsedForm<z.output<Schema>>> {
  return parsePosted(await readForm(request, most), schema, secret);
}

/** The same of a form that was read already, because there is more in it than its schema says. */
export function parsePosted<Schema extends z.ZodType>(
  posted: FormData,
  schema: Schema,
  secret: readonly string[] = [],
): ParsedForm<z.output<Schema>> {
  const submission = parseWithZod(posted, { schema });
  const key = keyOfForm(posted);
  const hideFields = [...secret];
  const answer = (problem?: string, fields: Record<string, string> = {}): FormAnswer => {
    if (problem === undefined && Object.keys(fields).length === 0) return submission.reply({ hideFields });
    const fieldErrors = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [text]]));
    return submission.reply({ hideFields, formErrors: problem === undefined ? [] : [problem], fieldErrors });
  };
  return submission.status === "success"
    ? { ok: true, key, value: submission.value, answer }
    : { ok: false, key, answer };
}

/** The key of a form that only says "do it": its address says what. */
export async function readFormKey(request: Request): Promise<FormKey> {
  return keyOfForm(await readForm(request));
}

export function keyOfForm(posted: FormData): FormKey {
  const given = posted.get("formKey");
  // The brand says that it was looked at.
  return (isUuid(given) ? given : randomUUID()) as FormKey;
}

/** The form as it came, judged by nobody: a button of it asked for something else than to send it. */
export function unjudged(posted: FormData): FormAnswer {
  return parse<unknown, string[]>(posted, { resolve: () => ({ error: {} }) }).reply();
}

/** The page again with the form filled in, as 422. */
export function invalid(form: ParsedForm<unknown>, problem?: string, fields?: Record<string, string>) {
  return data(form.answer(problem, fields), { status: 422 });
}

/** A text of a form; nothing when there is none, and when it is a file. */
export function textOf(posted: FormData, name: string): string {
  const value = posted.get(name);
  return typeof value === "string" ? value : "";
}

/** A new key for a form that is about to be shown. */
export function newFormKey(): string {
  return randomUUID();
}

/** A form of texts is no larger, in bytes; one with files is read as it arrives (`readFileForm`). */
const LARGEST_FORM = 1_000_000;

/** A body that is no form counts as an empty one, and so does one with more than its page takes, since it is held whole. */
export async function readForm(request: Request, most = LARGEST_FORM): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (Number(request.headers.get("content-length") ?? 0) > most) return new FormData();
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)
    ? request.formData().catch(() => new FormData())
    : new FormData();
}
