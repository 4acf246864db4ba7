import { useForm, type FieldMetadata, type FormMetadata, type SubmissionResult } from "@conform-to/react";

type Shape<Name extends string> = Record<Name, string | undefined>;

type PageForm<Name extends string> = {
  form: FormMetadata<Shape<Name>>;
  fields: Record<Name, FieldMetadata<string | undefined, Shape<Name>>>;
};

/**
 * The form of a page: its fields by name, filled with what was typed or, before that, with what is stored. The focus goes
 * to the first mistake.
 *
 * @param last what the action gave back, if it was posted
 */
export function usePageForm<Name extends string>(
  id: string,
  last: SubmissionResult | undefined,
  stored: Partial<Record<Name, string | undefined>> = {},
): PageForm<Name> {
  const [form, fields] = useForm<Shape<Name>, Shape<Name>>({
    id,
    lastResult: last,
    // The library's type asks for a default of every field; what has none is empty.
    defaultValue: stored as never,
  });
  // It makes the field of any name that is asked for.
  return { form, fields: fields };
}

/** A field of a form whose names are made from data: the library makes one for any name that is asked for. */
export function fieldOf<Name extends string, Meta>(fields: Readonly<Record<Name, Meta>>, name: Name): Meta {
  const found: Meta | undefined = fields[name];
  if (found === undefined) throw new Error(`the form has no field ${name}`);
  return found;
}
