import type { Desk } from "./desk";
import type { AnyFields, FieldsOf } from "./fields";

/** One endpoint of the API. */
export type Operation = {
  method: "GET" | "POST" | "DELETE";
  /** As hono writes it, `/v1/refunds/:id`. */
  path: string;
  fields: AnyFields;
  /** @param input what `fields` made of the parameters */
  answer: (desk: Desk, input: Record<string, unknown>, id: string) => unknown;
};

/** An endpoint whose parameters are those of a type of the stripe package. */
export function operation<Params>(
  method: Operation["method"],
  path: string,
  fields: FieldsOf<Params>,
  answer: (desk: Desk, input: Params, id: string) => unknown,
): Operation {
  return {
    method,
    path,
    fields,
    // `readFields` gives what the fields say, and the fields say what the type says.
    answer: (desk, input, id) => answer(desk, input as Params, id),
  };
}
