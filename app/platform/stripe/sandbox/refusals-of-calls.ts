import { badRequest, type Refusals } from "./refusal";

const ERROR_CODES = "https://docs.stripe.com/error-codes";
const ERRORS = "https://docs.stripe.com/api/errors";
const IDEMPOTENT = "https://docs.stripe.com/api/idempotent_requests";
const SESSIONS = "https://docs.stripe.com/api/checkout/sessions/create";
const METADATA = "https://docs.stripe.com/metadata";

/** What is wrong with a call whatever it asks for: key, version, address, parameters, idempotency key. */
export const CALL_REFUSALS = {
  "no-key": {
    ...badRequest,
    status: 401,
    message: () =>
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    source: "https://docs.stripe.com/api/authentication",
    words: "seen",
  },
  "wrong-key": {
    ...badRequest,
    status: 401,
    message: ({ key }) => `Invalid API Key provided: ${key}`,
    source: "https://docs.stripe.com/api/authentication",
    words: "seen",
  },
  "unknown-version": {
    ...badRequest,
    message: ({ version }) => `Invalid Stripe API version: ${version}`,
    source: "https://docs.stripe.com/api/versioning",
    words: "seen",
  },
  "unknown-url": {
    ...badRequest,
    status: 404,
    message: ({ method, path }) =>
      `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    source: ERRORS,
    words: "seen",
  },
  "resource-missing": {
    ...badRequest,
    code: "resource_missing",
    status: 404,
    message: ({ kind, id }) => `No such ${kind}: '${id}'`,
    source: `${ERROR_CODES}#resource-missing`,
    words: "seen",
  },
  "parameter-unknown": {
    ...badRequest,
    code: "parameter_unknown",
    message: ({ param }) => `Received unknown parameter: ${param}`,
    source: `${ERROR_CODES}#parameter-unknown`,
    words: "seen",
  },
  "parameter-missing": {
    ...badRequest,
    code: "parameter_missing",
    message: ({ param }) => `Missing required param: ${param}.`,
    source: `${ERROR_CODES}#parameter-missing`,
    words: "seen",
  },
  "parameter-empty": {
    ...badRequest,
    code: "parameter_invalid_empty",
    message: ({ param }) =>
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    source: `${ERROR_CODES}#parameter-invalid-empty`,
    words: "seen",
  },
  "parameter-integer": {
    ...badRequest,
    code: "parameter_invalid_integer",
    message: ({ value }) => `Invalid integer: ${value}`,
    source: `${ERROR_CODES}#parameter-invalid-integer`,
    words: "seen",
  },
  "parameter-too-small": {
    ...badRequest,
    code: "parameter_invalid_integer",
    message: ({ least }) => `This value must be greater than or equal to ${least}.`,
    source: `${ERROR_CODES}#parameter-invalid-integer`,
    words: "seen",
  },
  "parameter-boolean": {
    ...badRequest,
    message: ({ value }) => `Invalid boolean: ${value}`,
    source: ERRORS,
    words: "seen",
  },
  "parameter-array": { ...badRequest, message: () => "Invalid array", source: ERRORS, words: "seen" },
  "parameter-object": { ...badRequest, message: () => "Invalid object", source: ERRORS, words: "seen" },
  "parameter-text": { ...badRequest, message: () => "Invalid string", source: ERRORS, words: "seen" },
  "parameter-choice": {
    ...badRequest,
    message: ({ param, choices }) => `Invalid ${param}: must be one of ${choices}`,
    source: ERRORS,
    words: "seen",
  },
  "parameter-too-long": {
    ...badRequest,
    message: ({ most, length }) => `Invalid string: must be at most ${most} characters, but it has ${length}`,
    source: SESSIONS,
    words: "ours",
  },
  "parameters-exclusive": {
    ...badRequest,
    code: "parameters_exclusive",
    message: ({ first, second }) => `You may only specify one of these parameters: ${first}, ${second}.`,
    source: `${ERROR_CODES}#parameters-exclusive`,
    words: "seen",
  },
  "not-imitated": {
    ...badRequest,
    message: ({ param }) => `Stripe knows ${param}, but the local sandbox does not imitate it.`,
    source: SESSIONS,
    words: "ours",
  },
  "cannot-expand": {
    ...badRequest,
    message: ({ path }) => `This property cannot be expanded (${path}).`,
    source: "https://docs.stripe.com/api/expanding_objects",
    words: "seen",
  },
  "url-invalid": {
    ...badRequest,
    code: "url_invalid",
    message: () => "Not a valid URL",
    source: `${ERROR_CODES}#url-invalid`,
    words: "seen",
  },
  "email-invalid": {
    ...badRequest,
    code: "email_invalid",
    message: ({ value }) => `Invalid email address: ${value}`,
    source: `${ERROR_CODES}#email-invalid`,
    words: "seen",
  },
  "metadata-too-many": {
    ...badRequest,
    message: () => "You can specify up to 50 keys of metadata.",
    source: METADATA,
    words: "ours",
  },
  "metadata-name": {
    ...badRequest,
    message: ({ length }) => `Metadata keys can have up to 40 characters, but you passed in a key that is ${length}.`,
    source: METADATA,
    words: "seen",
  },
  "metadata-value": {
    ...badRequest,
    message: ({ length }) =>
      `Metadata values can have up to 500 characters, but you passed in a value that is ${length} characters.`,
    source: METADATA,
    words: "seen",
  },
  "same-key-other-params": {
    type: "idempotency_error",
    status: 400,
    isSaved: false,
    message: ({ key }) =>
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    source: IDEMPOTENT,
    words: "seen",
  },
  "same-key-other-path": {
    type: "idempotency_error",
    status: 400,
    isSaved: false,
    message: ({ key, path, first }) =>
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${first}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    source: IDEMPOTENT,
    words: "seen",
  },
  "key-in-use": {
    ...badRequest,
    type: "idempotency_error",
    code: "idempotency_key_in_use",
    status: 409,
    message: ({ key }) =>
      `There is currently another in-progress request using this Stripe Account and Idempotency Key '${key}'.`,
    source: `${ERROR_CODES}#idempotency-key-in-use`,
    words: "seen",
  },
  "key-too-long": {
    ...badRequest,
    message: () => "Idempotency keys can have up to 255 characters.",
    source: IDEMPOTENT,
    words: "documented",
  },
  "rate-limit": {
    ...badRequest,
    code: "rate_limit",
    status: 429,
    message: () => "Request rate limit exceeded.",
    source: "https://docs.stripe.com/rate-limits",
    words: "documented",
  },
  "server-error": {
    // Stripe keeps a 500 that came half-way; the sandbox has only those that come before anything was begun.
    type: "api_error",
    status: 500,
    isSaved: false,
    message: () => "An unknown error occurred",
    source: ERRORS,
    words: "seen",
  },
} as const satisfies Refusals;
