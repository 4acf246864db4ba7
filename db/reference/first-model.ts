import { sql, type QueryExecutorProvider } from "kysely";
import { z } from "zod";

const modelFile = z.looseObject({ meta: z.looseObject({ version: z.string().min(1) }) });

/**
 * Publishes the readiness model of the reference file, unless staff have published a version of their own since. The same
 * version with mended words is written again.
 */
export async function publishReferenceModel(db: QueryExecutorProvider, json: string, now: Date): Promise<void> {
  const { version } = modelFile.parse(JSON.parse(json)).meta;
  const at = now.toISOString();
  await sql`
    insert into readiness_models (version, status, content, created_at, published_at)
    select ${version}, 'published', ${json}::jsonb, ${at}::timestamptz, ${at}::timestamptz
    where not exists (select from readiness_models where status = 'published' and version <> ${version})
    on conflict (version) do update set content = excluded.content where readiness_models.status = 'published'`.execute(
    db,
  );
}
