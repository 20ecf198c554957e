import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { ConnectionInput } from '../../graphql/connection.ts';

@ArgsType()
export class BenchmarkResultsInput extends ConnectionInput {
  @Field(() => String, { nullable: true, description: "Part of the benchmark's name, accents and case ignored." })
  @IsOptional()
  @MaxLength(100)
  query?: string | null;
}
