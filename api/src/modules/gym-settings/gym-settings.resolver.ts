import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getGymSettings } from './get-gym-settings.ts';
import { GymSettingsPayload, SaveGymSettingsInput } from './gym-settings.inputs.ts';
import { GymSettings } from './gym-settings.type.ts';
import { saveGymSettings } from './save-gym-settings.ts';

@Resolver()
export class GymSettingsResolver {
  @Audience('ADMIN')
  // Nullable, so that who may not see it gets the rest of an answer.
  @Query(() => GymSettings, { nullable: true, description: 'What is kept about the gym itself.' })
  gymSettings(@Ctx() context: Context): Promise<GymSettings> {
    return getGymSettings(context);
  }

  @Audience('ADMIN')
  @Mutation(() => GymSettingsPayload, {
    description: 'Changes what is kept about the gym itself: all that is given is right, or nothing is kept.',
  })
  saveGymSettings(@Ctx() context: Context, @Arg('input') input: SaveGymSettingsInput): Promise<GymSettingsPayload> {
    return saveGymSettings(context, input);
  }
}
