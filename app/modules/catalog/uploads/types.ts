/** What a picture is brought for. */
export const UPLOAD_PURPOSES = ["listing-picture", "shop-cover", "shop-logo"] as const;
export type UploadPurpose = (typeof UPLOAD_PURPOSES)[number];

/** Names of the headers in which browser and server tell each other how far an upload is, in bytes. */
export const UPLOAD_OFFSET = "Upload-Offset";
