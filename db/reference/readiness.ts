import { readFileSync } from "node:fs";
import { sql, type Kysely } from "kysely";
import { parseReadinessModel, type WordedModel } from "~/modules/export-readiness/model";

const readContent = () => readFileSync(new URL("readiness-criteria.json", import.meta.url), "utf8");

/** The readiness model as its reference file says it, with the paper that each evidence criterion asks for. */
export function readReadinessModel(): WordedModel {
  return parseReadinessModel(JSON.parse(readContent()));
}

/**
 * Brings the version of the criteria that this release carries. The first one counts at once; a later one is a draft until
 * staff have seen who would move and publish it, and is not brought while another draft waits. Mended words of a version
 * that is there are written again, unless staff have made or edited it; whether it counts stays as they have decided.
 */
export async function offerReadinessModel<Schema>(trx: Kysely<Schema>, now: Date): Promise<void> {
  const { version } = readReadinessModel();
  const content = readContent();
  await sql`
    update readiness_models set content = ${content}::jsonb
    where version = ${version} and created_by is null and edited_by is null and content <> ${content}::jsonb`.execute(trx);
  await sql`
    insert into readiness_models (version, status, content, created_at, published_at)
    select ${version}, one.status, ${content}::jsonb, ${now.toISOString()}::timestamptz,
      case when one.status = 'published' then ${now.toISOString()}::timestamptz end
    from (select case when exists (select from readiness_models where status = 'published')
      then 'draft' else 'published' end as status) as one
    where not exists (select from readiness_models where version = ${version} or status = one.status)`.execute(trx);
}
