// The words of subscriptions.
import { defineTexts } from '../../i18n/text';

export const subscriptionTexts = defineTexts({
  en: {
    title: 'Subscriptions',
    status: { ACTIVE: 'Current', PENDING: 'To come', ENDED: 'Ended' },
    member: { ACTIVE: 'Active', PENDING: 'Starts later', FORMER: 'Former member', PROSPECT: 'No subscription' },
    since: (day: string) => `since ${day}`,
    until: (day: string) => `until ${day}`,
    from: (day: string) => `from ${day}`,
    between: (from: string, to: string) => `${from} – ${to}`,
    period: 'a period',
    once: 'once',
    allSessions: 'No session types included',
    edit: 'Change the subscription',
    editReason:
      'Changing subscriptions is not part of this version yet. Until then an administrator does it in the books.',
    none: 'No subscription.',
    noneHint: 'Current, coming and recently ended ones appear here.',
    unavailable: 'The subscriptions could not be read.',
  },
  nl: {
    title: 'Abonnementen',
    status: { ACTIVE: 'Huidig', PENDING: 'Komend', ENDED: 'Beëindigd' },
    member: { ACTIVE: 'Actief', PENDING: 'Start later', FORMER: 'Oud-lid', PROSPECT: 'Geen abonnement' },
    since: (day: string) => `sinds ${day}`,
    until: (day: string) => `tot en met ${day}`,
    from: (day: string) => `vanaf ${day}`,
    between: (from: string, to: string) => `${from} – ${to}`,
    period: 'per periode',
    once: 'eenmalig',
    allSessions: 'Geen lessoorten inbegrepen',
    edit: 'Abonnement wijzigen',
    editReason:
      'Abonnementen wijzigen zit nog niet in deze versie. Tot die tijd doet een beheerder dat in de administratie.',
    none: 'Geen abonnement.',
    noneHint: 'Huidige, komende en pas beëindigde abonnementen verschijnen hier.',
    unavailable: 'De abonnementen konden niet worden gelezen.',
  },
});
