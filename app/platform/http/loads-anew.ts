import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** The answer to a form of somebody who is no longer signed in. */
export const SIGNED_OUT = 401;

/**
 * For a page that is loaded anew after a refused form. Not after one of somebody who is no longer signed in: the page would
 * be the one that asks for the sign-in, and what was typed would be gone.
 */
export const loadsAnew = ({ actionStatus }: ShouldRevalidateFunctionArgs): boolean => actionStatus !== SIGNED_OUT;
