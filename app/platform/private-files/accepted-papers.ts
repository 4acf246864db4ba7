/** What a form's field offers as papers. Windows knows HEIC by the ending of its name alone. */
export const ACCEPTED_PAPERS = [
  ...["application/pdf", "image/jpeg", "image/png"],
  ...["image/heic", "image/heif", ".heic", ".heif"],
] as const;
