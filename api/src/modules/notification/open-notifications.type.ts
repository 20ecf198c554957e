// All notifications of a gym that are open: how many, and deleting them.
import { Field, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class OpenNotificationCounts {
  @Field(() => Int, { description: 'Made by rules.' })
  automaticCount: number;

  @Field(() => Int, { description: 'Made by staff.' })
  customCount: number;
}

@InputType()
export class DeleteOpenNotificationsInput {
  @Field(() => Boolean, { defaultValue: false, description: 'Those that staff made too.' })
  includeCustom: boolean;

  @Field(() => Int, { description: 'How many were seen: with another number nothing is deleted.' })
  expectedCount: number;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class OpenNotificationsDeleted {
  @Field(() => Int)
  deletedCount: number;

  @Field(() => OpenNotificationCounts)
  counts: OpenNotificationCounts;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'There are more or fewer by now; nothing was deleted.' })
export class OpenNotificationsChanged {
  @Field(() => OpenNotificationCounts)
  counts: OpenNotificationCounts;
}

export const DeleteOpenNotificationsResult = createUnionType({
  name: 'DeleteOpenNotificationsResult',
  types: () => [OpenNotificationsDeleted, OpenNotificationsChanged] as const,
});
