import pg from "pg";
import { log } from "~/platform/log.server";

/** First key of the locks by which workers show that they live; the second is drawn from a worker's name. */
const LIVING = 1_263_421_261;
/** How often is looked, and how old a lock on a job has to be: a worker that begins has shown itself long before. */
const LOOK_MS = 30_000;
const SHOWN_AFTER = "1 minute";

type Watch = { end: () => Promise<void> };

/**
 * Shows that workers live, by locks that PostgreSQL takes away the moment their process is gone, and gives back the jobs of those
 * that are: the queue itself would wait for four hours. A job whose worker was killed begins anew within a minute or two.
 *
 * @param namesOf names by which the workers of this process lock jobs
 */
export async function watchForGoneWorkers(url: string, namesOf: () => readonly string[]): Promise<Watch> {
  let client: pg.Client | undefined;
  let shown = new Set<string>();
  let looking: Promise<void> = Promise.resolve();

  const connected = async (): Promise<pg.Client> => {
    if (client) return client;
    const fresh = new pg.Client({ connectionString: url, application_name: "karvan worker, living" });
    // With the connection its locks are gone: the next look makes a new one and shows them again.
    fresh.on("error", () => {
      if (client === fresh) client = undefined;
    });
    fresh.on("end", () => {
      if (client === fresh) client = undefined;
    });
    await fresh.connect();
    client = fresh;
    shown = new Set();
    return fresh;
  };

  const look = async (): Promise<void> => {
    const on = await connected();
    const names = namesOf();
    for (const name of names.filter((one) => !shown.has(one))) {
      await on.query("select pg_advisory_lock_shared($1, hashtext($2))", [LIVING, name]);
      shown.add(name);
    }
    const gone = await on.query<{ name: string }>(FIND_GONE, [LIVING, names, SHOWN_AFTER]);
    if (gone.rows.length === 0) return;
    const gones = gone.rows.map(({ name }) => name);
    await on.query("select graphile_worker.force_unlock_workers($1::text[])", [gones]);
    log.warn({ workers: gones }, "jobs of workers that are gone were given back");
  };

  const lookOrSay = () =>
    (looking = looking.then(look).catch((error: unknown) => {
      log.error({ err: error }, "workers that are gone could not be looked for");
    }));

  await lookOrSay();
  const timer = setInterval(() => void lookOrSay(), LOOK_MS);
  timer.unref();
  return {
    end: async () => {
      clearInterval(timer);
      await looking;
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}

/** Whoever locked a job a while ago and holds no lock of the living. */
const FIND_GONE = `
  select distinct locked_by as name from (
    select locked_by, locked_at from graphile_worker._private_jobs
    union all select locked_by, locked_at from graphile_worker._private_job_queues) as locks
  where locked_by is not null and locked_at < now() - $3::interval and locked_by <> all($2::text[])
    and not exists (
      select from pg_locks where locktype = 'advisory' and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())
        and classid = $1::int::bigint::oid
        and objid = (hashtext(locked_by)::bigint & 4294967295)::oid)`;
