import { Field, ID, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { SubscriptionType } from './subscription-type.entity.ts';

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class SubscriptionTypePayload {
  @Field(() => SubscriptionType)
  subscriptionType: SubscriptionType;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class SubscriptionTypeDeletedPayload {
  @Field(() => ID)
  deletedId: string;
}
