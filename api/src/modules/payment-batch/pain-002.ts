// Reads pain.002, the bank's status report (ISO 20022, .001.03 and .001.10), a piece at a time: what it says of files, of
// blocks and of single collections. A document type, and with it any entity, is refused; so is whatever is no pain.002.
import sax from 'sax';

export interface StatusReport {
  /** The file that it is about. */
  messageId: string;
  /** Of the whole file: RJCT, PART, ACTC …; null when it says nothing of it. */
  status: string | null;
  reason: string | null;
  blocks: StatusOfBlock[];
}

export interface StatusOfBlock {
  blockId: string;
  status: string | null;
  reason: string | null;
  collections: StatusOfCollection[];
}

export interface StatusOfCollection {
  endToEndId: string;
  status: string | null;
  reason: string | null;
}

export class NoStatusReportError extends Error {}

const namespaces = /^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.(0[3-9]|1\d)$/;
const root = 'Document/CstmrPmtStsRpt';
const group = `${root}/OrgnlGrpInfAndSts`;
const block = `${root}/OrgnlPmtInfAndSts`;
const transaction = `${block}/TxInfAndSts`;
const longestText = 1000;
const deepest = 30;
/** Its types do not know the third: no entities but the five of XML. */
const options: sax.SAXOptions & { strictEntities: boolean } = { xmlns: true, position: false, strictEntities: true };

/** By the path of an element: what its text says, of what. */
const texts: Record<string, (reader: Reader, text: string) => void> = {
  [`${group}/OrgnlMsgId`]: ({ report }, text) => void (report.messageId = text),
  [`${group}/GrpSts`]: ({ report }, text) => void (report.status = text),
  [`${group}/StsRsnInf/Rsn/Cd`]: ({ report }, text) => void (report.reason ??= text),
  [`${group}/StsRsnInf/Rsn/Prtry`]: ({ report }, text) => void (report.reason ??= text),
  [`${block}/OrgnlPmtInfId`]: ({ block: it }, text) => void (it.blockId = text),
  [`${block}/PmtInfSts`]: ({ block: it }, text) => void (it.status = text),
  [`${block}/StsRsnInf/Rsn/Cd`]: ({ block: it }, text) => void (it.reason ??= text),
  [`${block}/StsRsnInf/Rsn/Prtry`]: ({ block: it }, text) => void (it.reason ??= text),
  [`${transaction}/OrgnlEndToEndId`]: ({ collection: it }, text) => void (it.endToEndId = text),
  [`${transaction}/TxSts`]: ({ collection: it }, text) => void (it.status = text),
  [`${transaction}/StsRsnInf/Rsn/Cd`]: ({ collection: it }, text) => void (it.reason ??= text),
  [`${transaction}/StsRsnInf/Rsn/Prtry`]: ({ collection: it }, text) => void (it.reason ??= text),
};

class Reader {
  readonly report: StatusReport = { messageId: '', status: null, reason: null, blocks: [] };
  block: StatusOfBlock = { blockId: '', status: null, reason: null, collections: [] };
  collection: StatusOfCollection = { endToEndId: '', status: null, reason: null };
  readonly #path: string[] = [];
  #text = '';
  #failure: Error | null = null;
  readonly #parser = sax.parser(true, options);

  constructor() {
    const parser = this.#parser;
    parser.onerror = (error) => this.#fail(`This is no XML: ${error.message.split('\n')[0]}`);
    parser.ondoctype = () => this.#fail('A document type has no place in a status report.');
    parser.onopentag = (tag) => this.#open(tag as sax.QualifiedTag);
    parser.ontext = (text) => this.#take(text);
    parser.oncdata = (text) => this.#take(text);
    parser.onclosetag = () => this.#close();
  }

  write(piece: string): void {
    if (!this.#failure) this.#parser.write(piece);
    if (this.#failure) throw this.#failure;
  }

  end(): StatusReport {
    if (!this.#failure) this.#parser.close();
    if (this.#failure) throw this.#failure;
    if (this.report.messageId === '') throw new NoStatusReportError('It names no file that it is about.');
    return this.report;
  }

  #fail(message: string): void {
    this.#failure ??= new NoStatusReportError(message);
    // Else it would refuse to go on to the end of this piece.
    this.#parser.error = null as never;
  }

  #open({ local, uri }: sax.QualifiedTag): void {
    this.#text = '';
    if (this.#path.length === 0 && (local !== 'Document' || !namespaces.test(uri)))
      this.#fail('This is no pain.002 (version .001.03 to .001.19).');
    if (this.#path.length >= deepest) return this.#fail('It is nested too deeply.');
    this.#path.push(local);
    const path = this.#path.join('/');
    if (path === block)
      this.report.blocks.push((this.block = { blockId: '', status: null, reason: null, collections: [] }));
    if (path === transaction)
      this.block.collections.push((this.collection = { endToEndId: '', status: null, reason: null }));
  }

  #take(text: string): void {
    if (this.#text.length + text.length <= longestText) this.#text += text;
  }

  #close(): void {
    if (!this.#failure) texts[this.#path.join('/')]?.(this, this.#text.trim());
    this.#path.pop();
    this.#text = '';
  }
}

/** Throws NoStatusReportError, with what is wrong with it. */
export async function readStatusReport(pieces: AsyncIterable<string> | Iterable<string>): Promise<StatusReport> {
  const reader = new Reader();
  for await (const piece of pieces) reader.write(piece);
  return reader.end();
}
