// What the banks' codes mean, in plain words. A code that is not here is shown as it is.
import { defineTexts } from '../../i18n/text';

export const returnReasonTexts = defineTexts({
  en: {
    AC01: 'the account number is wrong',
    AC04: 'the account is closed',
    AC06: 'the account is blocked',
    AC13: 'the account is not one of a consumer',
    AG01: 'the account takes no direct debits',
    AG02: 'the bank does not know this kind of file',
    AM04: 'not enough money on the account',
    AM05: 'collected twice',
    BE05: 'the creditor identifier is not right',
    CNOR: 'the bank of the gym cannot be reached',
    DNOR: 'the bank of the member cannot be reached',
    FF01: 'the file is not as it should be',
    FOCR: 'called back by the bank',
    MD01: 'no valid mandate',
    MD02: 'the mandate lacks details or is wrong',
    MD06: 'the member wanted the money back',
    MD07: 'the account holder has died',
    MS02: 'the member refused it',
    MS03: 'the bank gives no reason',
    RC01: 'the bank code is wrong',
    RR01: 'the law wants the account number',
    RR02: 'the law wants the name or address of the member',
    RR03: 'the law wants the name or address of the gym',
    RR04: 'for reasons of the law',
    SL01: 'the member has blocked this creditor',
    TM01: 'the file came too late',
  },
  nl: {
    AC01: 'het rekeningnummer klopt niet',
    AC04: 'de rekening is opgeheven',
    AC06: 'de rekening is geblokkeerd',
    AC13: 'de rekening is niet van een consument',
    AG01: 'van de rekening kan niet worden geïncasseerd',
    AG02: 'de bank kent dit soort bestand niet',
    AM04: 'te weinig saldo',
    AM05: 'dubbel geïncasseerd',
    BE05: 'het incassant-ID klopt niet',
    CNOR: 'de bank van de gym is niet bereikbaar',
    DNOR: 'de bank van het lid is niet bereikbaar',
    FF01: 'het bestand klopt niet',
    FOCR: 'teruggeroepen door de bank',
    MD01: 'geen geldige machtiging',
    MD02: 'de machtiging mist gegevens of klopt niet',
    MD06: 'het lid wilde het geld terug',
    MD07: 'de rekeninghouder is overleden',
    MS02: 'het lid heeft de incasso geweigerd',
    MS03: 'de bank geeft geen reden',
    RC01: 'de bankcode klopt niet',
    RR01: 'de wet vraagt om het rekeningnummer',
    RR02: 'de wet vraagt om naam of adres van het lid',
    RR03: 'de wet vraagt om naam of adres van de gym',
    RR04: 'om redenen van de wet',
    SL01: 'het lid heeft deze incassant geblokkeerd',
    TM01: 'het bestand kwam te laat',
  },
});

/** "AM04: not enough money on the account" */
export function reasonInWords(code: string, words: Readonly<Record<string, string>>): string {
  const meaning = words[code];
  return meaning ? `${code}: ${meaning}` : code;
}
