// A change that the audit trail holds, as Admins are shown it.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { PageInfo } from '../../graphql/connection.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Employee } from '../staff/employee.entity.ts';
import { recorded, shownColumns } from './recorded-columns.ts';
import type { RecordedTable } from './recorded-columns.ts';

const tables = Object.keys(recorded) as RecordedTable[];
const enumOf = (names: Iterable<string>): Record<string, string> =>
  Object.fromEntries([...new Set(names)].map((name) => [name.toUpperCase(), name.toUpperCase()]));

/** As the tables are called, in capitals. */
export const RecordedSubject = enumOf(tables);
export type RecordedSubject = Uppercase<RecordedTable>;
registerEnumType(RecordedSubject, {
  name: 'RecordedSubject',
  description: 'What was changed. MEMBER_TAG: that a member carries a tag; tags about health are left out.',
});

/** As the columns are called, in capitals. */
export const RecordedField = enumOf(tables.flatMap((table) => shownColumns(table).map(({ name }) => name)));
export type RecordedField = string;
registerEnumType(RecordedField, { name: 'RecordedField', description: 'What about it was changed.' });

export enum RecordedAction {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  REMOVED = 'REMOVED',
  LOOKED_AT = 'LOOKED_AT',
}
registerEnumType(RecordedAction, {
  name: 'RecordedAction',
  description: 'LOOKED_AT: what is sealed was opened for somebody, such as an IBAN.',
});

export enum RecordedKind {
  TEXT = 'TEXT',
  CODE = 'CODE',
  CODES = 'CODES',
  NUMBER = 'NUMBER',
  CENTS = 'CENTS',
  HUNDREDTHS = 'HUNDREDTHS',
  BYTES = 'BYTES',
  BOOLEAN = 'BOOLEAN',
  DAY = 'DAY',
  INSTANT = 'INSTANT',
  COLOR = 'COLOR',
  NUMBERS = 'NUMBERS',
}
registerEnumType(RecordedKind, {
  name: 'RecordedKind',
  description:
    "How a value reads. CODE: a word of the schema, in capitals or as a language's; CODES: some, between commas. CENTS: of the gym's currency. HUNDREDTHS: of a percent. INSTANT: RFC 3339. NUMBERS: a JSON object of them by name.",
});

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'One value as it was and as it became.' })
export class RecordedValue {
  @Field(() => RecordedField)
  field: RecordedField;

  @Field(() => RecordedKind)
  kind: RecordedKind;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;

  @Field(() => Boolean, { description: 'Free text about a person: that it changed is shown, not to what.' })
  isWithheld: boolean;
}

@Audience('ADMIN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class RecordedChange implements Node {
  id: string;

  @Field(() => DateTime)
  happenedAt: string;

  @Field(() => RecordedSubject)
  subject: RecordedSubject;

  @Field(() => RecordedAction)
  action: RecordedAction;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called now, or was: the name of a tag, the type of a session, what was bought.',
  })
  name: string | null;

  @Field(() => Employee, { nullable: true, description: 'Null: the member, a rule, the bank or the system.' })
  actor: Employee | null;

  @Field(() => ID, { nullable: true })
  memberId: string | null;

  @Field(() => String, { nullable: true })
  memberName: string | null;

  @Field(() => [RecordedValue], { description: 'Empty: that it happened is all there is to say.' })
  values: RecordedValue[];
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class RecordedChangeEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => RecordedChange)
  node: RecordedChange;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'Without a total: counting would read all of the history.' })
export class RecordedChangeConnection {
  @Field(() => [RecordedChange])
  nodes: RecordedChange[];

  @Field(() => [RecordedChangeEdge])
  edges: RecordedChangeEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
