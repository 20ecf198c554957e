// The words of the tile; those of the dialog are in mandateTexts.ts.
import { defineTexts } from '../../i18n/text';

export const paymentDetailsTexts = defineTexts({
  en: {
    title: 'Payment details',
    unavailable: 'The payment details could not be read.',
    collection: { SEPA: 'Direct debit', STRIPE: 'Stripe' },
    none: 'None',
    blocks: {
      NO_MANDATE: 'No mandate yet. Without one, nothing is collected and no subscription starts.',
      MANDATE_REVOKED: 'The mandate was revoked: have a new one signed.',
      MANDATE_BLOCKED: 'The bank refuses the mandate: move it to another account or have a new one signed.',
      MANDATE_LAPSED: 'Unused for 36 months, the mandate has lapsed: have a new one signed.',
      STRIPE_NOT_CONNECTED: 'The gym is not connected to Stripe yet.',
      NO_STRIPE_PAYMENT_METHOD: 'No payment method at Stripe yet: purchases are paid by QR code.',
      STRIPE_INVOICE_STOPPED: 'The monthly invoice at Stripe is off, or its last one is not paid.',
    },
  },
  nl: {
    title: 'Betaalgegevens',
    unavailable: 'De betaalgegevens konden niet worden gelezen.',
    collection: { SEPA: 'Incasso', STRIPE: 'Stripe' },
    none: 'Geen',
    blocks: {
      NO_MANDATE: 'Nog geen machtiging. Zonder wordt niets geïncasseerd en begint geen abonnement.',
      MANDATE_REVOKED: 'De machtiging is ingetrokken: laat een nieuwe tekenen.',
      MANDATE_BLOCKED: 'De bank weigert de machtiging: zet die op een andere rekening of laat een nieuwe tekenen.',
      MANDATE_LAPSED: '36 maanden ongebruikt: de machtiging is vervallen. Laat een nieuwe tekenen.',
      STRIPE_NOT_CONNECTED: 'De gym is nog niet met Stripe verbonden.',
      NO_STRIPE_PAYMENT_METHOD: 'Nog geen betaalmethode bij Stripe: aankopen worden met een QR-code betaald.',
      STRIPE_INVOICE_STOPPED: 'De maandfactuur bij Stripe staat uit, of de laatste is niet betaald.',
    },
  },
});
