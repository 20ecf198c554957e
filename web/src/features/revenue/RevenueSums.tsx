// What a month adds up to, by kind and by VAT rate; every row leads to its lines.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { Explain } from '../../ui/Popover';
import { Table, type Column } from '../../ui/Table';
import { revenueTexts } from './messages';
import type { RevenueSum_SumFragment, RevenueSums_MonthFragment } from './Revenue.generated';
import styles from './Revenue.module.css';
import type { RevenueState } from './revenueState';

interface RevenueSumsProps {
  month: RevenueSums_MonthFragment;
  hrefOf: (choice: Partial<RevenueState>) => string;
}

export function RevenueSums({ month, hrefOf }: RevenueSumsProps) {
  const text = useText(revenueTexts);
  const format = useFormat();
  const rateOf = (percent: number) => text.rate(format.number(percent, 2));
  return (
    <>
      <Card title={text.sums} count={text.lines(month.sum.lineCount)}>
        <Totals month={month} />
      </Card>
      <Card title={text.byKind} isFlush>
        <SumTable
          caption={text.byKind}
          header={text.kindColumn}
          rows={month.kinds.map(({ kind, sum }) => ({ id: kind, name: text.kind[kind], sum, href: hrefOf({ kind }) }))}
        />
      </Card>
      <Card title={text.byVatRate} isFlush>
        <SumTable
          caption={text.byVatRate}
          header={text.rateColumn}
          rows={month.vatRates.map(({ vatRatePercent, sum }) => ({
            id: String(vatRatePercent),
            name: rateOf(vatRatePercent),
            sum,
            href: hrefOf({ vatRatePercent }),
          }))}
        />
      </Card>
    </>
  );
}

function Totals({ month: { sum, corrections } }: { month: RevenueSums_MonthFragment }) {
  const text = useText(revenueTexts);
  const format = useFormat();
  const facts = [
    [text.paid, format.money(sum.paid)],
    [text.unpaid, format.money(sum.unpaid)],
    [text.refunded, format.money(sum.refunded)],
    [text.net, format.money(sum.net)],
    [text.vat, format.money(sum.vat)],
  ];
  return (
    <dl className={styles.sums}>
      <div>
        <dt>{text.total}</dt>
        <dd className="figures">
          <Explain subject={text.total} figure={format.money(sum.total)}>
            {text.sumsRule}
          </Explain>
        </dd>
      </div>
      {facts.map(([term, amount]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="figures">{amount}</dd>
        </div>
      ))}
      <div>
        <dt>{text.corrections}</dt>
        <dd className="figures">{format.money(corrections.total)}</dd>
        <dd className={styles.detail}>{text.lines(corrections.lineCount)}</dd>
      </div>
    </dl>
  );
}

interface SumRow {
  id: string;
  name: string;
  sum: RevenueSum_SumFragment;
  href: string;
}

function SumTable({ caption, header, rows }: { caption: string; header: string; rows: readonly SumRow[] }) {
  const text = useText(revenueTexts);
  const format = useFormat();
  const amount = (id: 'net' | 'vat' | 'total' | 'paid' | 'unpaid' | 'refunded'): Column<SumRow> => ({
    id,
    header: text[id],
    isNumeric: true,
    cell: ({ sum }) => <span className="figures">{format.money(sum[id])}</span>,
  });
  const columns: Column<SumRow>[] = [
    { id: 'name', header, isRowHeader: true, cell: ({ name }) => name },
    { id: 'lines', header: text.lineCount, isNumeric: true, cell: ({ sum }) => format.number(sum.lineCount) },
    ...(['net', 'vat', 'total', 'paid', 'unpaid', 'refunded'] as const).map(amount),
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ href }) => href} />;
}
