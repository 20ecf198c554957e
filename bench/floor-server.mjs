// The floor: node:http and pg, one prepared statement whose JSON goes out as it is.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import pg from 'pg';

const text = await readFile(new URL('./floor.sql', import.meta.url), 'utf8');
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString());
  const { rows } = await pool.query({ name: 'overview', text, values: [variables.id, new Date(), variables.gymId] });
  response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0]?.answer ?? '{"data":{"member":null}}');
}
