// The peer: PostGraphile 5 on the same database with its own preset, as somebody would set it up who wants this API quickly.
// It connects as the owner, so it carries none of our walls: no row-level security, no sessions, no limits.
import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public', 'peer'], poolConfig: { max: 10 } }),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
};

const instance = postgraphile(preset);
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));

if (process.argv[2] === '--schema') {
  const { printSchema } = await import('graphql');
  console.log(printSchema(await instance.getSchema()));
}
