// How to reach a member. The member maintains it.
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class Address {
  @Field(() => String, { nullable: true })
  street: string | null;

  @Field(() => String, { nullable: true })
  houseNumber: string | null;

  @Field(() => String, { nullable: true })
  postalCode: string | null;

  @Field(() => String, { nullable: true })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country: string | null;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class Contact {
  @Field(() => String, { nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'As the member wrote it.' })
  phone: string | null;

  @Field(() => Address, { nullable: true })
  address: Address | null;

  @Field(() => String, {
    nullable: true,
    description: 'As on an envelope, below the name: lines separated by line feeds.',
  })
  formattedAddress: string | null;
}
