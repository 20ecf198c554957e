// What a member scored on a benchmark workout or lift.
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { Node } from '../../graphql/node.ts';
import { LocalDate } from '../../graphql/scalars.ts';

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Benchmark implements Node {
  id: string;

  @Field(() => String)
  name: string;
}

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class BenchmarkResult implements Node {
  id: string;

  @Field(() => Benchmark)
  benchmark: Benchmark;

  @Field(() => String, { description: 'As people write it: "4:12", "95 kg".' })
  score: string;

  @Field(() => LocalDate)
  loggedOn: string;
}

export const BenchmarkResultConnection = connectionOf('BenchmarkResult', () => BenchmarkResult);
export type BenchmarkResultConnection = InstanceType<typeof BenchmarkResultConnection>;
