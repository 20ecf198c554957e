// A member with whom a check-up is to be done or planned, as their employee is told.
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Node } from '../../graphql/node.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Checkup } from './checkup.entity.ts';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
export class DueCheckup implements Node {
  /** Of the check-up, or of the member when none is planned. */
  id: string;

  memberId: string;

  @Field(() => Checkup, {
    nullable: true,
    description: 'The one that is planned for today, or was planned and is not completed. Null: one is to be planned.',
  })
  checkup: Checkup | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "Day of the latest that is over, on the gym's clock; null when there never was one.",
  })
  lastOn: string | null;
}
