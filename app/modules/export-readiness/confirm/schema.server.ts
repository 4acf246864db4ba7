import { z } from "zod";
import { CONFIRM_DEEDS } from "./types";

const deed = z.enum(CONFIRM_DEEDS);

export const confirmDeclarationInput = z.object({ deed, name: z.string(), stamp: z.string() });
export const confirmRuleInput = z.object({ deed, marketId: z.string(), ruleId: z.string() });
