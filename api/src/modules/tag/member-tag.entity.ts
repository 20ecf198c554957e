// That a member carries a custom tag.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'member_tag' })
export class MemberTag {
  @PrimaryKey({ type: 'uuid' })
  memberId: string;

  @PrimaryKey({ type: 'uuid' })
  tagId: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'datetime' })
  addedAt: Date;

  @Property({ type: 'uuid', nullable: true })
  addedBy: string | null;

  /** The last day that it counts. */
  @Property({ type: 'date', nullable: true })
  expiresOn: string | null;
}
