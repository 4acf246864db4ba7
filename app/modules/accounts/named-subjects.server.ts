import { sql } from "kysely";
import { namedSubjects } from "~/platform/audit/named-subjects.server";

/** Who came by phone has an address that leads nowhere. */
const mailbox = sql`case when users.email not like '%.invalid' then users.email end`;

/** People by name, else by how they are reached; who closed her account has neither. */
export const namedPeople = namedSubjects(
  "text",
  sql`select id, coalesce(nullif(name, ''), ${mailbox}, phone_number) as name,
    concat_ws(' ', name, ${mailbox}, phone_number) as words from users`,
);

export const namedAddresses = namedSubjects(
  "uuid",
  sql`select id, concat_ws(', ', recipient, city) as name, concat_ws(', ', recipient, city) as words from addresses`,
);
