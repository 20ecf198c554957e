// Direct debit files by chance, and a reader that says what a file holds, without knowing how it was written.
import sax from 'sax';
import type { DirectDebit, DirectDebitBlock, DirectDebitFile } from '../modules/payment-batch/pain-008.ts';
import { sepaText } from '../modules/payment-batch/sepa-text.ts';
import { addDays, targetDayFrom } from '../modules/payment-batch/target-days.ts';

type Chance = () => number;
type Block = Omit<DirectDebitBlock, 'collections'> & { collections: DirectDebit[] };
export type MeantFile = Omit<DirectDebitFile, 'blocks'> & { blocks: Block[] };

const names = [
  'Zoë van der Berg',
  'Müller & Söhne',
  'Łukasz Żółć',
  'D’Angelo <x>',
  'Юлия',
  'Jan "de" Boer',
  'Ðórr & co',
  'A/B',
];
const remittances = [
  'Lift, maart 2026',
  'Gym & friends: € 12 "now"',
  '<b>Shake</b>',
  "Bill's + more?",
  'x'.repeat(200),
];
const banks = ['ABNA', 'INGB', 'RABO', 'BUNQ'];

const whole = (chance: Chance, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least + 1));
const pick = <T>(chance: Chance, list: readonly T[]): T => list[whole(chance, 0, list.length - 1)]!;

function dutchIban(chance: Chance): string {
  const bban = `${pick(chance, banks)}${String(whole(chance, 0, 9_999_999_999)).padStart(10, '0')}`;
  let remainder = 0;
  for (const char of `${bban}NL00`)
    for (const digit of String(parseInt(char, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return `NL${String(98 - remainder).padStart(2, '0')}${bban}`;
}

function debitOf(chance: Chance, endToEndId: string): DirectDebit {
  // Mostly what gyms ask, now and then a cent or the most there is.
  const amountCents = pick(chance, [whole(chance, 500, 25_000), whole(chance, 500, 25_000), 1, 99_999_999]);
  return {
    endToEndId,
    amountCents,
    mandateReference: sepaText(`M${whole(chance, 1, 99_999)}-${pick(chance, ['A', 'b.c', '+1', '(2)'])}`, 35),
    signedOn: addDays('2020-01-01', whole(chance, 0, 2200)),
    originalIban: chance() < 0.2 ? dutchIban(chance) : null,
    holder: sepaText(pick(chance, names) + whole(chance, 0, 99), 70),
    iban: dutchIban(chance),
    remittance: sepaText(pick(chance, remittances), 140),
  };
}

/** One or two blocks of up to `most` collections each. */
export function randomFile(chance: Chance, most = 20): MeantFile {
  const messageId = `SP20260301-${Math.floor(chance() * 2 ** 40)
    .toString(36)
    .toUpperCase()
    .padStart(8, '0')}`;
  let position = 0;
  const types = pick(chance, [['RCUR'], ['OOFF'], ['OOFF', 'RCUR']] as const);
  const blocks = types.map((sequenceType): Block => {
    const collections = Array.from({ length: whole(chance, 1, most) }, () =>
      debitOf(chance, `${messageId}-${(position += 1)}`),
    );
    const totalCents = collections.reduce((total, { amountCents }) => total + amountCents, 0);
    const collectionOn = targetDayFrom(addDays('2026-03-01', whole(chance, 1, 600)));
    return { sequenceType, collectionOn, count: collections.length, totalCents, collections };
  });
  return {
    version: pick(chance, ['PAIN_008_001_08', 'PAIN_008_001_02'] as const),
    messageId,
    createdAt: new Date(Date.UTC(2026, 2, 1, whole(chance, 0, 23), whole(chance, 0, 59), whole(chance, 0, 59))),
    creditor: {
      name: sepaText(pick(chance, names), 70),
      creditorId: 'NL69ZZZ123456780000',
      iban: dutchIban(chance),
      bic: pick(chance, [null, 'ABNANL2A', 'INGBNL2AXXX']),
    },
    blocks,
  };
}

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

export function elementsOf(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [top];
  const parser = sax.parser(true, { position: false });
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '', children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  };
  parser.ontext = (text) => void (open.at(-1)!.text += text);
  parser.onclosetag = () => void open.pop();
  parser.write(xml).close();
  return top.children[0]!;
}

const under = (element: XmlElement, path: string): XmlElement | undefined =>
  path.split('/').reduce<XmlElement | undefined>((at, name) => at?.children.find((it) => it.name === name), element);
const textAt = (element: XmlElement, path: string): string | null => under(element, path)?.text ?? null;
const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((it) => it.name === name) ?? [];

/** Cents of a decimal, by its digits. */
const centsAt = (element: XmlElement, path: string): number => Number((textAt(element, path) ?? '').replace('.', ''));

/** What a pain.008 says, in the words of the writer; `originalIban` as "other" when only that is told. */
export function meaningOf(xml: string): unknown {
  const document = elementsOf(xml);
  const message = under(document, 'CstmrDrctDbtInitn')!;
  const head = under(message, 'GrpHdr')!;
  const first = under(message, 'PmtInf')!;
  return {
    version: document.attributes['xmlns']!.split(':').at(-1)!.toUpperCase().replaceAll('.', '_'),
    messageId: textAt(head, 'MsgId'),
    createdAt: new Date(`${textAt(head, 'CreDtTm')}Z`),
    count: Number(textAt(head, 'NbOfTxs')),
    totalCents: centsAt(head, 'CtrlSum'),
    creditor: {
      name: textAt(first, 'Cdtr/Nm'),
      creditorId: textAt(first, 'CdtrSchmeId/Id/PrvtId/Othr/Id'),
      iban: textAt(first, 'CdtrAcct/Id/IBAN'),
      bic: textAt(first, 'CdtrAgt/FinInstnId/BICFI') ?? textAt(first, 'CdtrAgt/FinInstnId/BIC'),
    },
    blocks: all(message, 'PmtInf').map((block) => ({
      sequenceType: textAt(block, 'PmtTpInf/SeqTp'),
      collectionOn: textAt(block, 'ReqdColltnDt'),
      count: Number(textAt(block, 'NbOfTxs')),
      totalCents: centsAt(block, 'CtrlSum'),
      collections: all(block, 'DrctDbtTxInf').map((debit) => ({
        endToEndId: textAt(debit, 'PmtId/EndToEndId'),
        amountCents: centsAt(debit, 'InstdAmt'),
        mandateReference: textAt(debit, 'DrctDbtTx/MndtRltdInf/MndtId'),
        signedOn: textAt(debit, 'DrctDbtTx/MndtRltdInf/DtOfSgntr'),
        originalIban: originalOf(under(debit, 'DrctDbtTx/MndtRltdInf')!),
        holder: textAt(debit, 'Dbtr/Nm'),
        iban: textAt(debit, 'DbtrAcct/Id/IBAN'),
        remittance: textAt(debit, 'RmtInf/Ustrd'),
      })),
    })),
  };
}

function originalOf(mandate: XmlElement): string | null {
  if (textAt(mandate, 'AmdmntInd') !== 'true') return null;
  const account = under(mandate, 'AmdmntInfDtls/OrgnlDbtrAcct/Id')!;
  return textAt(account, 'IBAN') ?? (textAt(account, 'Othr/Id') === 'SMNDA' ? 'other' : null);
}

/** The same of what was meant, to compare. */
export function meantBy(file: MeantFile): unknown {
  const count = file.blocks.reduce((total, block) => total + block.count, 0);
  const totalCents = file.blocks.reduce((total, block) => total + block.totalCents, 0);
  const told = (debit: DirectDebit) => ({
    ...debit,
    // The bank's four letters.
    originalIban:
      debit.originalIban && (debit.originalIban.slice(4, 8) === debit.iban.slice(4, 8) ? debit.originalIban : 'other'),
  });
  return {
    ...file,
    count,
    totalCents,
    blocks: file.blocks.map((block) => ({ ...block, collections: block.collections.map(told) })),
  };
}
