// A tag as one member carries it at this moment: automatic ones are computed, custom ones may count until a day.
import { Field, ID, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { TagKind } from './tag.entity.ts';

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class CarriedTag {
  @Field(() => ID, { description: 'Of the tag; of an automatic one its kind.' })
  id: string;

  @Field(() => String, { description: 'Of an automatic tag: in the language of the viewer.' })
  name: string;

  @Field(() => String, { description: '#rrggbb' })
  color: string;

  @Field(() => TagKind)
  kind: TagKind;

  @Field(() => LocalDate, { nullable: true, description: 'The last day that it counts; null: until it is taken away.' })
  expiresOn: string | null;

  @Field(() => Boolean, { description: 'Says something about health: shown to staff in person only, and noted.' })
  isHealthData: boolean;
}

/** From a row mt of member_tag and its tag t. */
export const carriedTagJson = `json_build_object('id', t.id, 'name', t.name, 'color', t.color, 'kind', 'CUSTOM',
  'expiresOn', mt.expires_on, 'isHealthData', t.is_health_data)`;
