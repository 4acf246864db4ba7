/** The key of the local sandbox, which Stripe itself does not know. */
export const SANDBOX_KEY = "sk_test_karvan_sandbox";

/** Signs the sandbox's events where nobody drew a secret for them. */
export const SANDBOX_WEBHOOK_SECRET = "whsec_karvan_sandbox";
