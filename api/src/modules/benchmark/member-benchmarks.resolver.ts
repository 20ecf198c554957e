// The branch that benchmarks add to Member.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { benchmarkResults } from './benchmark.branches.ts';
import { BenchmarkResultsInput } from './benchmark.inputs.ts';
import { BenchmarkResultConnection } from './benchmark-result.type.ts';

@Resolver(() => Member)
export class MemberBenchmarksResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => BenchmarkResultConnection, {
    nullable: true,
    description: 'What the member logged, latest first.',
  })
  benchmarkResults(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() args: BenchmarkResultsInput,
  ): BenchmarkResultConnection | Promise<BenchmarkResultConnection> {
    return context.branches.branch(benchmarkResults, member, args);
  }
}
