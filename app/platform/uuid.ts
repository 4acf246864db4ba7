const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Written as the database writes them, in small letters. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}
