// The words of the member search.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const memberSearchTexts = defineTexts({
  en: {
    label: 'Search members and actions',
    placeholder: 'Name, e-mail, phone, member number…',
    recent: 'Last opened',
    members: 'Members',
    actions: 'Actions',
    nothing: (query: string) => `Nobody and nothing found for “${query}”`,
    nothingHint: 'Part of the name, in any order, is enough. Former members are found too.',
    start: 'Type part of a name, an e-mail address, a phone number or a member number.',
    failed: 'The search could not be done.',
    retry: 'Try again',
    found: (count: number) => plural('en', count, 'result', 'results'),
    searching: 'Searching…',
    open: 'open',
    move: 'move',
    close: 'close',
    number: (value: number) => `No. ${value}`,
    status: { ACTIVE: 'Active', PENDING: 'Starts later', FORMER: 'Former member', PROSPECT: 'No subscription yet' },
  },
  nl: {
    label: 'Zoek leden en acties',
    placeholder: 'Naam, e-mail, telefoon, lidnummer…',
    recent: 'Laatst geopend',
    members: 'Leden',
    actions: 'Acties',
    nothing: (query: string) => `Niemand en niets gevonden voor “${query}”`,
    nothingHint: 'Een deel van de naam, in elke volgorde, is genoeg. Ook oud-leden worden gevonden.',
    start: 'Typ een deel van een naam, een e-mailadres, telefoonnummer of lidnummer.',
    failed: 'Het zoeken is niet gelukt.',
    retry: 'Opnieuw proberen',
    found: (count: number) => plural('nl', count, 'resultaat', 'resultaten'),
    searching: 'Zoeken…',
    open: 'openen',
    move: 'kiezen',
    close: 'sluiten',
    number: (value: number) => `Nr. ${value}`,
    status: { ACTIVE: 'Actief', PENDING: 'Start later', FORMER: 'Oud-lid', PROSPECT: 'Nog geen abonnement' },
  },
});
