// What the staff may ask of the member search and the member list.
import { ArrayMaxSize, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { PageInput } from '../../graphql/page.ts';
import { MemberStatus } from '../member/member.entity.ts';

export enum MemberSortField {
  NAME = 'NAME',
  MEMBER_NUMBER = 'MEMBER_NUMBER',
  JOINED_ON = 'JOINED_ON',
  LAST_VISIT = 'LAST_VISIT',
}
registerEnumType(MemberSortField, {
  name: 'MemberSortField',
  description: 'NAME: by last name, then first name. LAST_VISIT: who never came stands last in either direction.',
});

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortDirection, { name: 'SortDirection' });

@ArgsType()
export class MemberSearchArgs {
  @Field(() => String, {
    description: 'Names in any order, e-mail, phone in any notation, or member number. Nothing finds nobody.',
  })
  query: string;

  @Field(() => Int, { description: 'At most 50.' })
  @IsInt()
  @Min(1)
  @Max(50)
  first: number = 8;
}

@InputType({ description: 'All that is given must hold.' })
export class MemberFilter {
  @Field(() => String, { nullable: true, description: 'As in memberSearch.' })
  query?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Members that carry every one of them now; an automatic tag by its kind.',
  })
  @ArrayMaxSize(20)
  tagIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Members linked to this employee.' })
  employeeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether any employee is linked.' })
  hasEmployee?: boolean | null;

  @Field(() => [MemberStatus], { nullable: true, description: 'Members with any of these.' })
  status?: MemberStatus[] | null;
}

@InputType()
export class MemberSort {
  @Field(() => MemberSortField)
  by: MemberSortField;

  @Field(() => SortDirection)
  direction: SortDirection;
}

@ArgsType()
export class MembersArgs extends PageInput {
  @Field(() => MemberFilter, { nullable: true })
  @ValidateNested()
  filter?: MemberFilter | null;

  @Field(() => MemberSort, { nullable: true, description: 'By name when absent.' })
  sort?: MemberSort | null;
}
