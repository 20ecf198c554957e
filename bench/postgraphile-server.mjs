// The peer: PostGraphile 5 on the same database with its own preset, as somebody would set it up who wants this API quickly.
// As the owner it carries none of our walls. With GYM_HEADER it has the tenant wall the way its documentation shows: it
// connects as the unprivileged app role, and pgSettings tell row-level security the gym of each request. No sessions, no limits.
import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const gymHeader = process.env.GYM_HEADER;

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public', 'peer'], poolConfig: { max: 10 } }),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: {
    explain: false,
    ...(gymHeader && {
      context: ({ node }) => ({ pgSettings: { 'app.gym_id': node?.req.headers[gymHeader] ?? '' } }),
    }),
  },
};

const instance = postgraphile(preset);
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));

if (process.argv[2] === '--schema') {
  const { printSchema } = await import('graphql');
  console.log(printSchema(await instance.getSchema()));
}
