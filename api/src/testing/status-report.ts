// A bank's status report (pain.002) as tests give it.

interface Report {
  version?: '03' | '10' | undefined;
  messageId: string;
  blockId?: string;
  returned?: { endToEndId: string; reason: string }[];
  accepted?: string[];
  /** Of the whole file. */
  rejected?: string;
}

export function statusReport({ version = '10', messageId, blockId = `${messageId}-RCUR`, ...told }: Report): string {
  const { returned = [], accepted = [], rejected } = told;
  const agent = version === '03' ? 'BIC' : 'BICFI';
  const reason = (code: string) => `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`;
  const statusOf = (endToEndId: string, status: string, more: string) =>
    `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${status}</TxSts>${more}</TxInfAndSts>`;
  const collections = [
    ...returned.map((it) => statusOf(it.endToEndId, 'RJCT', reason(it.reason))),
    ...accepted.map((id) => statusOf(id, 'ACSC', '')),
  ].join('\n      ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}">
  <CstmrPmtStsRpt>
    <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-03-10T08:00:00</CreDtTm>
      <CdtrAgt><FinInstnId><${agent}>ABNANL2A</${agent}></FinInstnId></CdtrAgt></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>
      <GrpSts>${rejected ? 'RJCT' : 'PART'}</GrpSts>${rejected ? reason(rejected) : ''}</OrgnlGrpInfAndSts>
    ${collections && `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${blockId}</OrgnlPmtInfId>\n      ${collections}\n    </OrgnlPmtInfAndSts>`}
  </CstmrPmtStsRpt>
</Document>
`;
}
