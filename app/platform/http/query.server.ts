import { z } from "zod";

/** What is wrong with one parameter of a URL, and what it is for. */
export type ParameterProblem = { parameter: string; problem: string; mend: string };

export type ReadQuery<Value> = { ok: true; value: Value } | { ok: false; problems: ParameterProblem[] };

type QueryShape = Record<string, z.ZodType>;

/**
 * Reads the parameters of a URL by a schema: a list takes a parameter as often as it comes, a number is read from its
 * digits. Nothing is dropped or guessed; a parameter that the schema does not know is a problem, too.
 */
export function parseQuery<Shape extends QueryShape>(
  schema: z.ZodObject<Shape>,
  params: URLSearchParams,
): ReadQuery<z.output<z.ZodObject<Shape>>> {
  const raw: Record<string, unknown> = {};
  const problems: ParameterProblem[] = [];
  for (const name of new Set(params.keys())) {
    const parameter = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (!parameter) {
      const known = Object.keys(schema.shape).join(", ");
      problems.push({ parameter: name, problem: "There is no such parameter", mend: `Known parameters: ${known}` });
      continue;
    }
    const values = params.getAll(name);
    const [text = ""] = values;
    const type = typeOf(parameter);
    if (type !== "array" && values.length > 1) {
      problems.push({ parameter: name, problem: "It is given more than once", mend: `Give ${name} once` });
    }
    raw[name] = type === "array" ? values : type === "number" && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => problemOf(schema, issue)));
  return parsed.success && problems.length === 0 ? { ok: true, value: parsed.data } : { ok: false, problems };
}

function problemOf(schema: z.ZodObject, { path, message }: z.core.$ZodIssue): ParameterProblem {
  const parameter = String(path[0]);
  return { parameter, problem: message, mend: schema.shape[parameter]?.meta()?.description ?? "" };
}

function typeOf(schema: z.ZodType): string {
  return schema instanceof z.ZodOptional ? typeOf(schema.unwrap() as z.ZodType) : schema.def.type;
}
