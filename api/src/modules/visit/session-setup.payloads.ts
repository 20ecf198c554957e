import { Field, ID, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Calendar } from './calendar.entity.ts';
import { SessionType } from './session-type.entity.ts';

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class SessionTypePayload {
  @Field(() => SessionType)
  sessionType: SessionType;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class CalendarPayload {
  @Field(() => Calendar)
  calendar: Calendar;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class SettingDeletedPayload {
  @Field(() => ID)
  deletedId: string;
}
