import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Member } from '../member/member.entity.ts';
import { Purchase } from './purchase.type.ts';

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class PurchasePayload {
  @Field(() => Purchase)
  purchase: Purchase;

  @Field(() => Member)
  member: Member;
}
