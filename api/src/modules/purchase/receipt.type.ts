// What a receipt says: lines of one member, VAT by rate, and who sold. Worked out by the server; the browser only prints it.
import { Field, Float, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Member } from '../member/member.entity.ts';
import { Purchase } from './purchase.type.ts';

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'All lines of one VAT rate.' })
export class ReceiptVat {
  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  ratePercent: number;

  @Field(() => Money, { description: 'Without VAT.' })
  net: Money;

  @Field(() => Money)
  vat: Money;

  @Field(() => Money, { description: 'VAT included.' })
  gross: Money;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'Who sold, as the law wants it on a receipt.' })
export class ReceiptSeller {
  @Field(() => String, { description: "The legal name, or the gym's when none is set." })
  name: string;

  @Field(() => String, { nullable: true, description: 'Lines separated by line feeds.' })
  address: string | null;

  @Field(() => String, { nullable: true })
  vatNumber: string | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class ReceiptSellerPayload {
  @Field(() => ReceiptSeller)
  seller: ReceiptSeller;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class Receipt {
  @Field(() => String, { description: 'The same for the same purchases, and for no others.' })
  number: string;

  @Field(() => LocalDate, { description: "The day of the latest line, in the gym's time zone." })
  issuedOn: string;

  @Field(() => ReceiptSeller)
  seller: ReceiptSeller;

  @Field(() => Member)
  member: Member;

  @Field(() => [Purchase], { description: 'With the counter-lines that correct them; cancelled ones are left out.' })
  lines: Purchase[];

  @Field(() => [ReceiptVat], { description: 'By rate, the lowest first.' })
  vatRates: ReceiptVat[];

  @Field(() => Money, { description: 'Without VAT.' })
  net: Money;

  @Field(() => Money)
  vat: Money;

  @Field(() => Money, { description: 'VAT included.' })
  total: Money;

  @Field(() => Money, { description: 'What was paid, less what went back.' })
  paid: Money;

  @Field(() => Money, { description: 'What is still to be paid.' })
  unpaid: Money;
}
