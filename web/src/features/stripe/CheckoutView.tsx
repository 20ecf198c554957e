// What the desk and the member see of a checkout: the code, the amount, how long it is good for, and how it stands.
import { useErrorText } from '../../graphql/useErrorText';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { copyText } from '../../ui/copyText';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { Icon } from '../../ui/Icon';
import { InlineMessage } from '../../ui/InlineMessage';
import { SkeletonLines } from '../../ui/Skeleton';
import { showToast } from '../../ui/toasts';
import type { CheckoutDialog_CheckoutFragment as Checkout } from './Checkout.generated';
import styles from './Checkout.module.css';
import { checkoutTexts } from './messages';
import { QrCode } from './QrCode';
import { isUnderWay } from './useCheckout';
import { useTimeLeft } from './useTimeLeft';

interface CheckoutViewProps {
  title: string;
  checkout: Checkout | null;
  error: unknown;
  problem: { text: string; isForSettings: boolean } | null;
  isBusy: boolean;
  canStart: boolean;
  startAgain: () => void;
  cancel: (id: string) => void;
  onRetry: () => void;
  onClose: () => void;
}

export function CheckoutView(props: CheckoutViewProps) {
  const { title, checkout, error, problem, isBusy, canStart, startAgain, cancel, onRetry, onClose } = props;
  const text = useText(checkoutTexts);
  const sentence = useErrorText();
  const isDone = checkout?.status === 'PAID' || checkout?.status === 'SAVED';
  const isOpen = checkout !== null && isUnderWay(checkout);
  return (
    <Dialog
      open
      title={title}
      size="medium"
      onClose={onClose}
      footer={
        <>
          {isOpen && checkout.status !== 'PROCESSING' && (
            <Button loading={isBusy || checkout.isCancelling} onClick={() => cancel(checkout.id)}>
              {text.cancel}
            </Button>
          )}
          <Button variant={isOpen || isDone ? 'primary' : 'secondary'} onClick={onClose} data-autofocus>
            {text.close}
          </Button>
          {canStart && !isDone && (checkout || problem) && !problem?.isForSettings && (
            <Button variant="primary" loading={isBusy} onClick={startAgain}>
              {text.again}
            </Button>
          )}
          {problem?.isForSettings && <ButtonLink to="/settings/payments">{text.toSettings}</ButtonLink>}
        </>
      }
    >
      <div className={styles.page}>
        {problem && <InlineMessage tone="bad">{problem.text}</InlineMessage>}
        {error !== undefined && !checkout && <ErrorState message={sentence(error)} onRetry={onRetry} />}
        {!checkout && !problem && error === undefined && <SkeletonLines lines={6} />}
        {checkout?.isTest && <InlineMessage tone="warning">{text.isTest}</InlineMessage>}
        {checkout && <What checkout={checkout} />}
        <State checkout={checkout} />
        {checkout?.status === 'WAITING' && <Way checkout={checkout} />}
        {isOpen && <p className={styles.hint}>{text.goesOn}</p>}
      </div>
    </Dialog>
  );
}

function What({ checkout }: { checkout: Checkout }) {
  const text = useText(checkoutTexts);
  const format = useFormat();
  if (checkout.kind === 'SETUP') return <p className={styles.hint}>{text.scanSetup}</p>;
  return (
    <div>
      <div className={`${styles.amount} figures`}>{format.money(checkout.amount)}</div>
      <ul className={styles.lines}>
        {checkout.lines.map((line) => (
          <li key={line.purchaseId}>
            {line.description}
            {checkout.lines.length > 1 && <span className="figures"> · {format.money(line.amount)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Way({ checkout }: { checkout: Checkout }) {
  const text = useText(checkoutTexts);
  const format = useFormat();
  const left = useTimeLeft(checkout.expiresAt);
  const copy = () =>
    copyText(checkout.shortUrl).then(
      () => showToast({ text: text.copied, kind: 'success' }),
      () => showToast({ text: text.notCopied, kind: 'error' }),
    );
  return (
    <>
      <QrCode text={checkout.shortUrl} label={text.qrLabel} />
      <p className={styles.hint}>{checkout.kind === 'PAYMENT' && text.scan}</p>
      <div className={styles.link}>
        <a href={checkout.shortUrl} target="_blank" rel="noreferrer">
          {checkout.shortUrl.replace(/^https?:\/\//, '')}
        </a>
        <Button variant="quiet" icon="copy" onClick={() => void copy()}>
          {text.copy}
        </Button>
      </div>
      <p className={`${styles.hint} figures`}>{text.validUntil(format.time(checkout.expiresAt), left)}</p>
    </>
  );
}

/** Read out when it changes. */
function State({ checkout }: { checkout: Checkout | null }) {
  const text = useText(checkoutTexts);
  const format = useFormat();
  const status = checkout?.status;
  const reason = checkout?.reason && (text.reasons[checkout.reason] ?? checkout.reason);
  const isGood = status === 'PAID' || status === 'SAVED';
  const isBad = status === 'EXPIRED' || status === 'CANCELLED' || status === 'FAILED';
  return (
    <div className={styles.state} role="status" aria-live="polite">
      {isGood && (
        <span className={`${styles.big} ${styles.good}`}>
          <Icon name="check" size={34} />
        </span>
      )}
      {isBad && (
        <span className={`${styles.big} ${styles.warning}`}>
          <Icon name="close" size={34} />
        </span>
      )}
      {status && (
        <span className={styles.words}>
          {status === 'WAITING' && checkout.kind === 'SETUP' ? text.waitingSetup : text.status[status]}
        </span>
      )}
      {checkout?.status === 'PAID' && (
        <span className={styles.hint}>{text.paidWhat(format.money(checkout.amount))}</span>
      )}
      {checkout?.isCancelling && <span className={styles.hint}>{text.cancelling}</span>}
      {status === 'WAITING' && reason && <span className={styles.hint}>{text.declined(reason)}</span>}
      {status === 'FAILED' && reason && <span className={styles.hint}>{text.reason(reason)}</span>}
      {status === 'STARTING' && <span className={styles.hint}>{text.slow}</span>}
    </div>
  );
}
