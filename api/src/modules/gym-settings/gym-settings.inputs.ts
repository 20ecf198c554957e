import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Locale } from '../account/viewer.type.ts';
import { GymSettings } from './gym-settings.type.ts';

@InputType({ description: 'Absent: untouched. Null: emptied, where that can be.' })
export class SaveGymSettingsInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Of the settings that were looked at: refused when they have changed since. Absent: whatever they are.',
  })
  version?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 80 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Digits and the signs between them, at most 30.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Without a scheme it is https. At most 200 characters.' })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Lines separated by line feeds; at most 300 characters.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name.' })
  timeZone?: string | null;

  @Field(() => Locale, { nullable: true })
  locale?: Locale | null;

  @Field(() => LocalDate, { nullable: true, description: 'From 62 days ago to a year ahead. Null: untouched.' })
  chargesFrom?: string | null;

  @Field(() => Int, { nullable: true, description: '0 to 365.' })
  newMemberDays?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 12.' })
  trendRecentWeeks?: number | null;

  @Field(() => Int, { nullable: true, description: '2 to 26.' })
  trendEarlierWeeks?: number | null;

  @Field(() => Float, { nullable: true, description: '0 to 20, at most two decimals.' })
  trendMinimumVisits?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 100.' })
  trendMinimumPercent?: number | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to what the server allows.' })
  attachmentFileLimitMb?: number | null;

  @Field(() => Int, { nullable: true, description: 'From the largest attachment to what the server allows.' })
  attachmentMemberLimitMb?: number | null;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class GymSettingsPayload {
  @Field(() => GymSettings)
  gymSettings: GymSettings;
}
