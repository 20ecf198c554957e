// Numbered pages, for the tables of the staff: which page is asked for, and the shape of the answer.
import { IsInt, Max, Min } from 'class-validator';
import { ArgsType, Extensions, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { Audience } from './audience.ts';

export const PAGE_SIZE_DEFAULT = 25;
export const PAGE_SIZE_LIMIT = 100;
// Beyond this a page is a scan in disguise; who wants to read everything filters or follows a connection.
const PAGE_LIMIT = 100_000;

@ArgsType()
export class PageInput {
  @Field(() => Int, { description: `First page is 1.` })
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT)
  page: number = 1;

  @Field(() => Int, { description: `At most ${PAGE_SIZE_LIMIT}.` })
  @IsInt()
  @Min(1)
  @Max(PAGE_SIZE_LIMIT)
  pageSize: number = PAGE_SIZE_DEFAULT;
}

/** How many rows lie before a page. */
export function offsetOf(input: PageInput): number {
  return (input.page - 1) * input.pageSize;
}

export interface Page<Item> {
  items: Item[];
  totalCount: number;
  page: number;
  pageSize: number;
}

// The audience of an envelope is that of what it carries; audience.ts takes the narrower one.
/** Makes the type `XPage`: `const MemberPage = pageOf('Member', () => Member)`. The thunk allows circular imports. */
export function pageOf<Item extends object>(name: string, item: () => ClassType<Item>): ClassType<Page<Item>> {
  @Extensions({ audience: 'ANYONE' })
  @Audience('SIGNED_IN')
  @ObjectType(`${name}Page`, { simpleResolvers: true })
  class PageType implements Page<Item> {
    @Field(() => [item()])
    items: Item[];

    @Field(() => Int, { description: 'Over all pages.' })
    totalCount: number;

    @Field(() => Int)
    page: number;

    @Field(() => Int)
    pageSize: number;
  }
  return PageType;
}
