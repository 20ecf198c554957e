import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionInput } from '../../graphql/connection.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { RecordedSubject } from './recorded-change.type.ts';

@ArgsType()
export class ChangesArgs extends ConnectionInput {
  @Field(() => [RecordedSubject], { nullable: true, description: 'Any of these; everything when absent.' })
  @ArrayMaxSize(60)
  subjects?: RecordedSubject[] | null;

  @Field(() => ID, { nullable: true, description: 'Who changed it.' })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom it is about.' })
  memberId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  until?: string | null;
}
