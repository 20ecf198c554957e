// A receipt as it is printed: who sold what to whom, VAT by rate, and what is paid of it.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { purchaseTexts } from './messages';
import styles from './Receipt.module.css';
import type { Receipt_ReceiptFragment } from './Receipt.generated';
import { receiptTexts } from './receiptTexts';
import { useSettledByHand } from './useSettledByHand';

export function Receipt({ receipt }: { receipt: Receipt_ReceiptFragment }) {
  const text = useText(receiptTexts);
  const format = useFormat();
  const { seller, member, net, vat, total, paid, unpaid } = receipt;
  const sums: [string, typeof total][] = [
    [text.net, net],
    [text.vat, vat],
  ];
  return (
    <article className={styles.receipt} aria-label={text.pageTitle(receipt.number)}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{text.title}</h1>
          <dl className={styles.facts}>
            <dt>{text.number}</dt>
            <dd className="figures">{receipt.number}</dd>
            <dt>{text.date}</dt>
            <dd>{format.day(receipt.issuedOn)}</dd>
          </dl>
        </div>
        <address className={styles.address}>
          <strong>{seller.name}</strong>
          {seller.address && <span className={styles.lines}>{seller.address}</span>}
          {seller.vatNumber && (
            <span>
              {text.vatNumber} {seller.vatNumber}
            </span>
          )}
        </address>
      </header>
      <section aria-label={text.to} className={styles.address}>
        <span className={styles.muted}>{text.to}</span>
        <strong>{member.fullName}</strong>
        {member.contact.formattedAddress && <span className={styles.lines}>{member.contact.formattedAddress}</span>}
        <span className={styles.muted}>{text.memberNumber(member.memberNumber)}</span>
      </section>
      <Lines lines={receipt.lines} />
      <div className={styles.foot}>
        <VatRates rates={receipt.vatRates} />
        <dl className={styles.sums}>
          {sums.map(([term, amount]) => (
            <Sum key={term} term={term} amount={format.money(amount)} />
          ))}
          <Sum isTotal term={text.total} amount={format.money(total)} />
          <Sum term={text.paid} amount={format.money(paid)} />
          <Sum term={text.unpaid} amount={format.money(unpaid)} />
        </dl>
      </div>
      <p className={styles.muted}>{text.included}</p>
    </article>
  );
}

function Sum({ term, amount, isTotal }: { term: string; amount: string; isTotal?: boolean }) {
  return (
    <div className={isTotal ? styles.total : undefined}>
      <dt>{term}</dt>
      <dd className="figures">{amount}</dd>
    </div>
  );
}

function Lines({ lines }: { lines: Receipt_ReceiptFragment['lines'] }) {
  const text = useText(receiptTexts);
  const words = useText(purchaseTexts);
  const format = useFormat();
  const byHand = useSettledByHand();
  const { columns } = text;
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{text.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.day}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col" className={styles.figure}>
            {columns.quantity}
          </th>
          <th scope="col" className={styles.figure}>
            {columns.each}
          </th>
          <th scope="col" className={styles.figure}>
            {columns.vat}
          </th>
          <th scope="col" className={styles.figure}>
            {columns.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>{format.dayOf(line.purchasedAt)}</td>
            <td>
              {line.correctsId && `${text.correction}: `}
              {line.description}
              {line.quantity > 1 && (
                <span className={`${styles.note} ${styles.narrowOnly}`}>
                  {line.quantity} × {format.money(line.unitPrice)}
                </span>
              )}
              <span className={styles.note}>
                {[line.correctionReason, byHand(line) ?? words.status[line.status]].filter(Boolean).join(' · ')}
              </span>
            </td>
            <td className={styles.figure}>{line.quantity}</td>
            <td className={styles.figure}>{format.money(line.unitPrice)}</td>
            <td className={styles.figure}>{format.number(line.vatRatePercent, 2)}%</td>
            <td className={styles.figure}>{format.money(line.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function VatRates({ rates }: { rates: Receipt_ReceiptFragment['vatRates'] }) {
  const text = useText(receiptTexts);
  const format = useFormat();
  const { vatColumns } = text;
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{text.vatTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{vatColumns.rate}</th>
          <th scope="col" className={styles.figure}>
            {vatColumns.net}
          </th>
          <th scope="col" className={styles.figure}>
            {vatColumns.vat}
          </th>
          <th scope="col" className={styles.figure}>
            {vatColumns.gross}
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ ratePercent, net, vat, gross }) => (
          <tr key={ratePercent}>
            <th scope="row">{format.number(ratePercent, 2)}%</th>
            <td className={styles.figure}>{format.money(net)}</td>
            <td className={styles.figure}>{format.money(vat)}</td>
            <td className={styles.figure}>{format.money(gross)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
