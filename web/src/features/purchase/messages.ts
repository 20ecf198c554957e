// The words of purchases.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const purchaseTexts = defineTexts({
  en: {
    title: 'Purchases',
    all: 'All purchases',
    outstanding: 'Outstanding',
    outstandingOf: (month: string, lines: number) =>
      `Unpaid, not cancelled purchases of ${month}: ${plural('en', lines, 'line', 'lines')}. Earlier months are not counted.`,
    kind: { SHOP: 'Shop', SINGLE_SESSION: 'Single session', SUBSCRIPTION: 'Subscription' },
    status: {
      OPEN: 'Open',
      PENDING: 'Payment under way',
      PAID: 'Paid',
      FAILED: 'Payment failed',
      RETURNED: 'Returned by the bank',
      CANCELLED: 'Cancelled',
      REFUNDED: 'Refunded',
    },
    pending: { ACCOUNT: 'In batch', STRIPE_INVOICE: 'Waiting for Stripe', STRIPE_CHECKOUT: 'Waiting for Stripe' },
    purchase: 'Purchase',
    search: 'Search a product',
    isTest: 'Stripe test mode: no real money',
    saving: 'Saving…',
    none: 'No purchases yet.',
    noneHint: 'Shop items, single sessions and subscription costs appear here.',
    unavailable: 'The purchases could not be read.',
  },
  nl: {
    title: 'Aankopen',
    all: 'Alle aankopen',
    outstanding: 'Openstaand',
    outstandingOf: (month: string, lines: number) =>
      `Onbetaalde, niet geannuleerde aankopen van ${month}: ${plural('nl', lines, 'regel', 'regels')}. Eerdere maanden tellen niet mee.`,
    kind: { SHOP: 'Winkel', SINGLE_SESSION: 'Losse les', SUBSCRIPTION: 'Abonnement' },
    status: {
      OPEN: 'Open',
      PENDING: 'Betaling loopt',
      PAID: 'Betaald',
      FAILED: 'Betaling mislukt',
      RETURNED: 'Teruggeboekt door de bank',
      CANCELLED: 'Geannuleerd',
      REFUNDED: 'Terugbetaald',
    },
    pending: { ACCOUNT: 'In batch', STRIPE_INVOICE: 'Wacht op Stripe', STRIPE_CHECKOUT: 'Wacht op Stripe' },
    purchase: 'Verkopen',
    search: 'Product zoeken',
    isTest: 'Testmodus van Stripe: geen echt geld',
    saving: 'Opslaan…',
    none: 'Nog geen aankopen.',
    noneHint: 'Winkelartikelen, losse lessen en abonnementskosten verschijnen hier.',
    unavailable: 'De aankopen konden niet worden gelezen.',
  },
});
