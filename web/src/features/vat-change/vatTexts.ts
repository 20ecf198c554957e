// The words of changing a VAT rate from a day on.
import { plural } from '../../i18n/plural';
import { defineTexts } from '../../i18n/text';

export const vatTexts = defineTexts({
  en: {
    title: 'VAT rate of subscriptions',
    hint: 'When the law changes a rate: contracts that run are charged with the new one from a day on. Prices including VAT stay the same, and lines that are written already do not change.',
    plan: 'Change a rate…',
    none: 'No change of a rate is planned.',
    change: (from: string, to: string) => `${from}% becomes ${to}%`,
    from: (day: string) => `from ${day}`,
    by: (name: string, day: string) => `planned by ${name}, ${day}`,
    states: { PLANNED: 'Planned', BEGUN: 'In force', WITHDRAWN: 'Withdrawn' },
    withdraw: 'Withdraw',
    withdrawLabel: (what: string) => `Withdraw: ${what}`,
    withdrawn: (what: string) => `${what}: withdrawn`,
    dialogTitle: 'Change a VAT rate of subscriptions',
    fromRate: 'Rate now, %',
    toRate: 'New rate, %',
    startsOn: 'From',
    startsOnHint: 'A period has the rate of its first day. Usually the first of a month.',
    rateWrong: 'A percentage from 0 to 100.',
    dayMissing: 'From which day?',
    cancel: 'Cancel',
    preview: 'Show what it comes to',
    commit: (to: string, day: string) => `${to}% from ${day}`,
    contracts: (count: number) => `${plural('en', count, 'contract is', 'contracts are')} charged with the new rate.`,
    noContracts: 'No contract that runs has this rate on that day.',
    vat: (charged: string, before: string, after: string) =>
      `Of ${charged} a period together, ${after} is VAT instead of ${before}. What members pay stays the same.`,
    offer: (types: number, sessions: number) =>
      `On that day ${plural('en', types, 'subscription type', 'subscription types')} and the price of single sessions of ${plural('en', sessions, 'session type', 'session types')} get the new rate too. Products in the shop keep theirs.`,
    planned: (what: string, day: string) => `${what} from ${day}`,
  },
  nl: {
    title: 'Btw-tarief van abonnementen',
    hint: 'Als de wet een tarief verandert: lopende abonnementen krijgen vanaf een dag het nieuwe tarief. Prijzen inclusief btw blijven gelijk, en regels die er al zijn veranderen niet.',
    plan: 'Tarief wijzigen…',
    none: 'Er is geen wijziging van een tarief gepland.',
    change: (from: string, to: string) => `${from}% wordt ${to}%`,
    from: (day: string) => `vanaf ${day}`,
    by: (name: string, day: string) => `gepland door ${name}, ${day}`,
    states: { PLANNED: 'Gepland', BEGUN: 'Van kracht', WITHDRAWN: 'Ingetrokken' },
    withdraw: 'Intrekken',
    withdrawLabel: (what: string) => `Intrekken: ${what}`,
    withdrawn: (what: string) => `${what}: ingetrokken`,
    dialogTitle: 'Btw-tarief van abonnementen wijzigen',
    fromRate: 'Tarief nu, %',
    toRate: 'Nieuw tarief, %',
    startsOn: 'Vanaf',
    startsOnHint: 'Een periode heeft het tarief van haar eerste dag. Meestal de eerste van een maand.',
    rateWrong: 'Een percentage van 0 tot 100.',
    dayMissing: 'Vanaf welke dag?',
    cancel: 'Annuleren',
    preview: 'Tonen wat het betekent',
    commit: (to: string, day: string) => `${to}% vanaf ${day}`,
    contracts: (count: number) =>
      `${plural('nl', count, 'abonnement krijgt', 'abonnementen krijgen')} het nieuwe tarief.`,
    noContracts: 'Geen lopend abonnement heeft op die dag dit tarief.',
    vat: (charged: string, before: string, after: string) =>
      `Van samen ${charged} per periode is ${after} btw in plaats van ${before}. Wat leden betalen, blijft gelijk.`,
    offer: (types: number, sessions: number) =>
      `Op die dag krijgen ook ${plural('nl', types, 'abonnementstype', 'abonnementstypen')} en de losse les van ${plural('nl', sessions, 'lestype', 'lestypen')} het nieuwe tarief. Producten in de winkel houden het hunne.`,
    planned: (what: string, day: string) => `${what} vanaf ${day}`,
  },
});
