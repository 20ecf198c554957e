// Why a payment failed or came back. Its words come with it: few lines need them.
import { useText } from '../../i18n/text';
import { paymentReasonTexts, reasonIn } from './paymentReasonTexts';

export function PaymentReason({ code }: { code: string }) {
  return reasonIn(useText(paymentReasonTexts), code);
}
