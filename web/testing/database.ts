// What no visitor can do: the hour that passes, the session that began. As the owner, behind the server's back.
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface DatabaseClient {
  connect: () => Promise<unknown>;
  query: (sql: string) => Promise<unknown>;
  end: () => Promise<void>;
}

export async function inDatabase(url: string, sql: string): Promise<void> {
  const { Client } = createRequire(join(import.meta.dirname, '../../api/package.json'))('pg') as {
    Client: new (options: object) => DatabaseClient;
  };
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
