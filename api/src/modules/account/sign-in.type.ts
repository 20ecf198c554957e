// What signing in and out answer with, and the login sessions of an account.
import { Field, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { ViewerType } from './viewer.type.ts';

@Audience('ANYONE')
@ObjectType({ simpleResolvers: true })
export class SignInPayload {
  @Field(() => ViewerType)
  viewer: ViewerType;
}

@Audience('ANYONE')
@ObjectType({ simpleResolvers: true })
export class SignOutPayload {
  @Field(() => Int, { description: 'How many login sessions were open and are not any more.' })
  endedSessionCount: number;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class PasswordChangedPayload {
  @Field(() => Int, { description: 'How many other login sessions were open and are not any more.' })
  endedSessionCount: number;
}

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A browser that is signed in.' })
export class LoginSession implements Node {
  id: string;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'To the minute.' })
  lastSeenAt: Date | null;

  @Field(() => DateTime)
  expiresAt: Date;

  @Field(() => Boolean, { description: 'This is the session that asks.' })
  isCurrent: boolean;
}
