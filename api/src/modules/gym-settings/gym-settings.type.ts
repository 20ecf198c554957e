// What an Admin keeps about the gym itself.
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Currency, LocalDate } from '../../graphql/scalars.ts';
import { Locale } from '../account/viewer.type.ts';

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class GymSettings {
  @Field(() => String, { description: 'Stands for the settings as they are; for saving them only if they still are.' })
  version: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'With https:// or http://.' })
  website: string | null;

  @Field(() => String, { nullable: true, description: 'Where members come; lines separated by line feeds.' })
  address: string | null;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2: of phone numbers that are written without one.' })
  country: string;

  @Field(() => String, {
    description: 'IANA name. Days and weeks are decided in it; what is planned keeps its instant.',
  })
  timeZone: string;

  @Field(() => Locale, { description: 'Of what the gym sends: messages, charges, pages of payment.' })
  locale: Locale;

  @Field(() => Currency, { description: 'Of all amounts; set when the gym was made.' })
  currency: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Periods of subscriptions that start before it are not charged. Null: all are.',
  })
  chargesFrom: string | null;

  @Field(() => Int, { description: 'A member is new for this many days, 0 to 365.' })
  newMemberDays: number;

  @Field(() => Int, { description: 'Weeks that the trend of visits looks at, 1 to 12.' })
  trendRecentWeeks: number;

  @Field(() => Int, { description: 'Weeks before those that it compares with, 2 to 26.' })
  trendEarlierWeeks: number;

  @Field(() => Float, { description: 'The means must differ by at least this many visits a week, 0 to 20 …' })
  trendMinimumVisits: number;

  @Field(() => Int, { description: '… and by this part of the earlier mean, in percent, 0 to 100.' })
  trendMinimumPercent: number;

  @Field(() => Int, { description: 'Largest attachment, in MB of 1,048,576 bytes.' })
  attachmentFileLimitMb: number;

  @Field(() => Int, { description: 'All attachments of one member together, in MB.' })
  attachmentMemberLimitMb: number;

  @Field(() => Int, { description: 'The most that this server allows for an attachment, in MB.' })
  hostFileLimitMb: number;

  @Field(() => Int, { description: 'The most that this server allows for a member, in MB.' })
  hostMemberLimitMb: number;
}
