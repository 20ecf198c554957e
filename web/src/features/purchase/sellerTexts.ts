// The words around who sells, as receipts say it.
import { defineTexts } from '../../i18n/text';

export const sellerTexts = defineTexts({
  en: {
    title: 'On the receipt',
    hint: 'The law wants the legal name, the address and the VAT number of who sells on every receipt.',
    name: 'Legal name',
    address: 'Address',
    vatNumber: 'VAT number',
    vatHint: 'With its country, such as NL001234567B01.',
    save: 'Save',
    saved: 'Saved: receipts say this from now on',
  },
  nl: {
    title: 'Op de bon',
    hint: 'De wet wil de wettelijke naam, het adres en het btw-nummer van de verkoper op elke bon.',
    name: 'Wettelijke naam',
    address: 'Adres',
    vatNumber: 'Btw-nummer',
    vatHint: 'Met het land, zoals NL001234567B01.',
    save: 'Opslaan',
    saved: 'Opgeslagen: bonnen zeggen dit voortaan',
  },
});
