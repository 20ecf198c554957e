// Gives the tests a PostgreSQL server as TEST_DATABASE_URL (an owner's URL): the one that is already named there,
// or a throw-away one of this run.
import { startTemporaryPostgres } from '../tools/temporary-postgres.mjs';

export default async function provideDatabase() {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const server = await startTemporaryPostgres();
  process.env.TEST_DATABASE_URL = server.ownerUrl;
  return () => server.stop();
}
