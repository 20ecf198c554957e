// What benchmarks add to a member, as SQL over the member's row (m).
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { connectionFrom, decodeFeedCursor } from '../../graphql/connection.ts';
import { memberParent } from '../member/member.entity.ts';
import type { BenchmarkResult, BenchmarkResultConnection } from './benchmark-result.type.ts';
import type { BenchmarkResultsInput } from './benchmark.inputs.ts';

const found = (
  name: string,
): string => `from benchmark_result r join benchmark b on b.gym_id = r.gym_id and b.id = r.benchmark_id
  where r.gym_id = m.gym_id and r.member_id = m.id and (${name}::text is null or position(fold(${name}) in fold(b.name)) > 0)`;

export const benchmarkResults = defineBranch<BenchmarkResultConnection, BenchmarkResultsInput>({
  parent: memberParent,
  field: 'benchmarkResults',
  params: (args) => [args.query?.trim() || null, args.first + 1, ...decodeFeedCursor(args.after)],
  sql: ([name = '', limit, loggedOn, id], asked) => `select json_build_object(
    'rows', ${jsonList(`select json_build_object('id', r.id, 'score', r.score, 'loggedOn', r.logged_on,
        'benchmark', json_build_object('id', b.id, 'name', b.name)) as j ${found(name)}
      and (${loggedOn}::date is null or (r.logged_on, r.id) < (${loggedOn}::date, ${id}::uuid))
      order by r.logged_on desc, r.id desc limit ${limit}`)},
    'totalCount', ${asked('totalCount') ? `(select count(*) ${found(name)})` : '0'})`,
  read: (json: { rows: BenchmarkResult[]; totalCount: number }, _, args) =>
    connectionFrom(json.rows, args, json.totalCount, (result) => [result.loggedOn, result.id]),
});
