// The small page behind a QR code that no longer leads to Stripe: how it ended, in the gym's language, and nothing about whom.

import type { CheckoutStatus } from './checkout.type.ts';

interface Behind {
  status: `${CheckoutStatus}`;
  locale: 'nl' | 'en';
}

type Words = readonly [title: string, text: string];

const words: Record<'nl' | 'en', Record<`${CheckoutStatus}` | 'NONE', Words>> = {
  en: {
    STARTING: ['One moment', 'The payment page is being opened.'],
    WAITING: ['Not paid yet', 'As soon as your payment arrives, it says so here.'],
    PROCESSING: ['On its way', 'Your bank is working on it. You can close this page.'],
    PAID: ['Paid', 'Thank you. You can close this page.'],
    SAVED: ['Saved', 'Thank you. You can close this page.'],
    EXPIRED: ['Expired', 'This code is no longer valid. Ask for a new one at the desk.'],
    CANCELLED: ['Cancelled', 'This payment was cancelled at the desk.'],
    FAILED: ['Not paid', 'The payment did not succeed. Ask for a new code at the desk.'],
    NONE: ['Nothing here', 'This code is not known here.'],
  },
  nl: {
    STARTING: ['Een moment', 'De betaalpagina wordt geopend.'],
    WAITING: ['Nog niet betaald', 'Zodra je betaling binnen is, staat het hier.'],
    PROCESSING: ['Onderweg', 'Je bank is ermee bezig. Je kunt deze pagina sluiten.'],
    PAID: ['Betaald', 'Dank je wel. Je kunt deze pagina sluiten.'],
    SAVED: ['Opgeslagen', 'Dank je wel. Je kunt deze pagina sluiten.'],
    EXPIRED: ['Verlopen', 'Deze code is niet meer geldig. Vraag een nieuwe aan de balie.'],
    CANCELLED: ['Geannuleerd', 'Deze betaling is aan de balie geannuleerd.'],
    FAILED: ['Niet betaald', 'De betaling is niet gelukt. Vraag een nieuwe code aan de balie.'],
    NONE: ['Niets gevonden', 'Deze code is hier niet bekend.'],
  },
};

const goOn = { en: 'Go on paying', nl: 'Verder met betalen' };

/** `code` was checked to be letters, digits, - and _. */
export function checkoutPage(behind: Behind | undefined, code: string): string {
  const locale = behind?.locale ?? 'en';
  const status = behind?.status ?? 'NONE';
  const [title, text] = words[locale][status];
  const isUnderWay = ['STARTING', 'WAITING', 'PROCESSING'].includes(status);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${isUnderWay ? '<meta http-equiv="refresh" content="3">\n' : ''}<title>${title}</title>
<link rel="stylesheet" href="/p/style.css">
</head>
<body>
<main class="${status.toLowerCase()}">
<h1>${title}</h1>
<p>${text}</p>${status === 'WAITING' ? `\n<p><a href="/p/${code}">${goOn[locale]}</a></p>` : ''}
</main>
</body>
</html>
`;
}

export const pageStyle = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; box-sizing: border-box; }
main { max-width: 24rem; text-align: center; line-height: 1.5; }
h1 { font-size: 1.75rem; margin: 0 0 0.5rem; }
p { margin: 0 0 1rem; font-size: 1.0625rem; }
a { display: inline-block; padding: 12px 20px; border: 1px solid currentColor; border-radius: 8px; color: inherit; text-decoration: none; }
.paid h1::before, .saved h1::before { content: '✓ '; }
`;
