// How notifications came to an end: words of the archive and of completing with an outcome.
import { defineTexts } from '../../i18n/text';

export const archiveTexts = defineTexts({
  en: {
    completedBy: (day: string, name: string) => `Completed ${day} by ${name}`,
    completedOn: (day: string) => `Completed ${day}`,
    reopen: 'Reopen',
    archiveNone: 'Nothing completed yet',
    outcome: { SPOKE: 'Spoke', MESSAGE_SENT: 'Message sent', NO_ANSWER: 'No answer' },
    closed: (day: string, why: string) => `Closed ${day}: ${why}`,
    reason: {
      CAME_BACK: 'the member came back',
      RECOVERED: 'the trend is no longer down',
      CHECKUP_PLANNED: 'there is a check-up',
      EMPLOYEE_LINKED: 'an employee is linked',
      CONTINUES: 'the subscription goes on',
      PAID: 'it is paid or dealt with',
      PASSED: 'the day has passed',
      NO_SUBSCRIPTION: 'no subscription runs any more',
      NO_LONGER_TRUE: 'it no longer holds',
      DELETED: 'deleted with all that were open',
    },
  },
  nl: {
    completedBy: (day: string, name: string) => `Afgerond ${day} door ${name}`,
    completedOn: (day: string) => `Afgerond ${day}`,
    reopen: 'Heropenen',
    archiveNone: 'Nog niets afgerond',
    outcome: { SPOKE: 'Gesproken', MESSAGE_SENT: 'Bericht gestuurd', NO_ANSWER: 'Geen gehoor' },
    closed: (day: string, why: string) => `Gesloten ${day}: ${why}`,
    reason: {
      CAME_BACK: 'het lid is weer geweest',
      RECOVERED: 'de trend daalt niet meer',
      CHECKUP_PLANNED: 'er is een check-up',
      EMPLOYEE_LINKED: 'er is een medewerker gekoppeld',
      CONTINUES: 'het abonnement loopt door',
      PAID: 'het is betaald of afgehandeld',
      PASSED: 'de dag is voorbij',
      NO_SUBSCRIPTION: 'er loopt geen abonnement meer',
      NO_LONGER_TRUE: 'het klopt niet meer',
      DELETED: 'verwijderd met alle openstaande',
    },
  },
});
