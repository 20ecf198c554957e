// Writes pain.008, the customer's direct debit initiation (ISO 20022), as EPC130-08 restricts it for the SEPA core scheme.
// Made by a builder a piece at a time: of however many collections, one is in memory. Knows no database.
import Builder from 'fast-xml-builder';
import { extractIBAN } from 'ibantools';

export type PainVersion = 'PAIN_008_001_08' | 'PAIN_008_001_02';
export type SequenceType = 'RCUR' | 'OOFF';

/** All texts are as banks take them (sepa-text.ts). Days are yyyy-mm-dd. */
export interface DirectDebitFile {
  version: PainVersion;
  messageId: string;
  /** To the second is told. */
  createdAt: Date;
  creditor: { name: string; creditorId: string; iban: string; bic: string | null };
  /** In the order of the file; a sequence type and day is there once. */
  blocks: readonly DirectDebitBlock[];
}

export interface DirectDebitBlock {
  sequenceType: SequenceType;
  collectionOn: string;
  count: number;
  totalCents: number;
  /** Asked for when the block's turn has come. */
  collections: AsyncIterable<DirectDebit> | Iterable<DirectDebit>;
}

export interface DirectDebit {
  endToEndId: string;
  amountCents: number;
  mandateReference: string;
  signedOn: string;
  /** The account that the bank knows the mandate by, when it is another one. */
  originalIban: string | null;
  holder: string;
  iban: string;
  remittance: string;
}

type Node = { [name: string]: string | Node };

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });
const xmlOf = (node: Node): string => builder.build(node);

/** Euros with two decimals, as the schemas want them; never by way of a fraction. */
export const decimalOf = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

export class FileDiffersError extends Error {}

/** The pieces of the file. Throws, before the end is written, when the collections are not what the blocks say. */
export async function* pain008(file: DirectDebitFile): AsyncGenerator<string> {
  const [head, tail] = cut(documentOf(file), 'PmtInf');
  yield head;
  for (const block of file.blocks) {
    const [blockHead, blockTail] = cut({ PmtInf: blockOf(file, block) }, 'DrctDbtTxInf');
    yield blockHead;
    let [count, totalCents] = [0, 0];
    for await (const debit of block.collections) {
      count += 1;
      totalCents += debit.amountCents;
      yield xmlOf({ DrctDbtTxInf: debitOf(debit) });
    }
    if (count !== block.count || totalCents !== block.totalCents)
      throw new FileDiffersError(
        `${count} collections of ${totalCents} cents instead of ${block.count} of ${block.totalCents}.`,
      );
    yield blockTail;
  }
  yield tail;
}

/** What comes before and after an empty element. Texts cannot look like one: their signs are escaped. */
function cut(node: Node, name: string): [string, string] {
  const [before, after, ...more] = xmlOf(node).split(`<${name}/>`);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`There is not one ${name}.`);
  return [before, after];
}

function documentOf({ version, messageId, createdAt, creditor, blocks }: DirectDebitFile): Node {
  const namespace = `urn:iso:std:iso:20022:tech:xsd:${version.toLowerCase().replaceAll('_', '.')}`;
  return {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    Document: {
      '@xmlns': namespace,
      CstmrDrctDbtInitn: {
        GrpHdr: {
          MsgId: messageId,
          CreDtTm: createdAt.toISOString().slice(0, 19),
          NbOfTxs: String(sum(blocks.map(({ count }) => count))),
          CtrlSum: decimalOf(sum(blocks.map(({ totalCents }) => totalCents))),
          InitgPty: { Nm: creditor.name },
        },
        PmtInf: '',
      },
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The id of a block: a bank that refuses all of it says so by this. */
export const blockId = (messageId: string, sequenceType: SequenceType): string => `${messageId}-${sequenceType}`;

function blockOf({ version, messageId, creditor }: DirectDebitFile, block: DirectDebitBlock): Node {
  const agent: Node = creditor.bic ? bicOf(version, creditor.bic) : notProvided;
  return {
    PmtInfId: blockId(messageId, block.sequenceType),
    PmtMtd: 'DD',
    BtchBookg: 'true',
    NbOfTxs: String(block.count),
    CtrlSum: decimalOf(block.totalCents),
    PmtTpInf: { SvcLvl: { Cd: 'SEPA' }, LclInstrm: { Cd: 'CORE' }, SeqTp: block.sequenceType },
    ReqdColltnDt: block.collectionOn,
    Cdtr: { Nm: creditor.name },
    CdtrAcct: { Id: { IBAN: creditor.iban } },
    CdtrAgt: { FinInstnId: agent },
    ChrgBr: 'SLEV',
    CdtrSchmeId: { Id: { PrvtId: { Othr: { Id: creditor.creditorId, SchmeNm: { Prtry: 'SEPA' } } } } },
    DrctDbtTxInf: '',
  };
}

const notProvided: Node = { Othr: { Id: 'NOTPROVIDED' } };
const bicOf = (version: PainVersion, bic: string): Node =>
  version === 'PAIN_008_001_02' ? { BIC: bic } : { BICFI: bic };

function debitOf(debit: DirectDebit): Node {
  return {
    PmtId: { EndToEndId: debit.endToEndId },
    InstdAmt: { '@Ccy': 'EUR', '#text': decimalOf(debit.amountCents) },
    DrctDbtTx: {
      MndtRltdInf: {
        MndtId: debit.mandateReference,
        DtOfSgntr: debit.signedOn,
        ...(debit.originalIban && {
          AmdmntInd: 'true',
          AmdmntInfDtls: { OrgnlDbtrAcct: { Id: originalAccount(debit.originalIban, debit.iban) } },
        }),
      },
    },
    // The bank of the account is known by its IBAN.
    DbtrAgt: { FinInstnId: notProvided },
    Dbtr: { Nm: debit.holder },
    DbtrAcct: { Id: { IBAN: debit.iban } },
    RmtInf: { Ustrd: debit.remittance },
  };
}

/** Within a bank the account is named; at another bank only that it is another one (EPC130-08, SMNDA). */
function originalAccount(original: string, iban: string): Node {
  const [before, now] = [extractIBAN(original), extractIBAN(iban)];
  const isSameBank = before.countryCode === now.countryCode && before.bankIdentifier === now.bankIdentifier;
  return isSameBank && before.bankIdentifier ? { IBAN: original } : { Othr: { Id: 'SMNDA' } };
}
