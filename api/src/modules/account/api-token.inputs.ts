import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { ApiToken, ApiTokenScope } from './api-token.entity.ts';

@InputType()
export class CreateApiTokenInput {
  @Field(() => ID, { nullable: true, description: 'A UUID made by the client: the same again makes no second token.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is for; 1 to 60 characters.' })
  name: string;

  @Field(() => ApiTokenScope)
  scope: ApiTokenScope;

  @Field(() => LocalDate, { description: 'The last day it works: after today, at most a year ahead.' })
  expiresOn: string;
}

@InputType()
export class ApiTokenIdInput {
  @Field(() => ID)
  id: string;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class CreateApiTokenPayload {
  @Field(() => ApiToken)
  apiToken: ApiToken;

  @Field(() => String, { description: 'Shown this once: nobody can look it up later.' })
  secret: string;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class ApiTokenPayload {
  @Field(() => ApiToken)
  apiToken: ApiToken;
}
