/** Largest picture that a seller may bring, in bytes. */
export const LARGEST_PICTURE_BYTES = 15_000_000;
/** Shortest side in pixels: less cannot be shown sharp even on a card. */
export const SMALLEST_SIDE = 320;
/** Longest side that is kept, in pixels; browsers shrink to it before they send. */
export const LONGEST_SIDE = 2_400;
/** Pictures on one listing; the table's check and its key of positions hold the same number. */
export const MOST_PICTURES = 20;
/** Every part of an upload but the last is so long, in bytes: a slow phone sends one in a few seconds. */
export const UPLOAD_PART_BYTES = 262_144;
