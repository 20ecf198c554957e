// VAT rates of subscriptions that change on a day, and what that comes to.
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Employee } from '../staff/employee.entity.ts';

export enum VatChangeState {
  PLANNED = 'PLANNED',
  BEGUN = 'BEGUN',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(VatChangeState, {
  name: 'VatChangeState',
  description: 'PLANNED: its day is still to come; it can be withdrawn.',
});

@Audience('ADMIN')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A VAT rate of subscriptions from a day on.' })
export class VatChange implements Node {
  id: string;

  @Field(() => Float)
  fromRatePercent: number;

  @Field(() => Float)
  toRatePercent: number;

  @Field(() => LocalDate, { description: 'Periods that start on it or later are charged with the new rate.' })
  startsOn: string;

  @Field(() => VatChangeState)
  state: VatChangeState;

  @Field(() => DateTime)
  createdAt: string;

  @Field(() => Employee, { nullable: true })
  createdBy: Employee | null;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class VatChangePreview {
  @Field(() => Int, { description: 'That run now and are charged at the old rate on or after the day.' })
  contractCount: number;

  @Field(() => Int, { description: 'Subscription types on offer at the old rate.' })
  subscriptionTypeCount: number;

  @Field(() => Int, { description: 'Session types whose single sessions are sold at the old rate.' })
  sessionTypeCount: number;

  @Field(() => Money, {
    description: 'What these contracts are charged for a period, VAT included; it stays the same.',
  })
  charged: Money;

  @Field(() => Money, { description: 'The VAT within it at the old rate.' })
  vatBefore: Money;

  @Field(() => Money, { description: 'The VAT within it at the new rate.' })
  vatAfter: Money;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class VatChangesPayload {
  @Field(() => [VatChange])
  vatChanges: VatChange[];
}
