// The words of deleting all notifications that are open.
import { plural } from '../../i18n/plural';
import { defineTexts } from '../../i18n/text';

export const deleteTexts = defineTexts({
  en: {
    title: 'Delete all that are open',
    hint: 'For a fresh start. They stay in the archives of the members as deleted, and no rule makes the same ones again.',
    open: (automatic: number, custom: number) => `Open now: ${automatic} made by rules, ${custom} made by staff.`,
    none: 'No notification is open.',
    includeCustom: 'Also those that staff made',
    ask: 'Delete …',
    sure: (count: number) => `Delete ${plural('en', count, 'open notification', 'open notifications')}?`,
    sureHint: 'Nobody has to act on them any more. One at a time can be reopened on the page of the member.',
    remove: (count: number) => `Delete ${count}`,
    keep: 'Keep them',
    changed: (count: number) => `By now there are ${count}. Look again before you delete them.`,
    done: (count: number) => `${plural('en', count, 'notification', 'notifications')} deleted.`,
  },
  nl: {
    title: 'Alle openstaande verwijderen',
    hint: 'Voor een frisse start. In het archief van de leden blijven ze als verwijderd staan, en geen regel maakt dezelfde opnieuw.',
    open: (automatic: number, custom: number) =>
      `Nu open: ${automatic} door regels gemaakt, ${custom} door medewerkers.`,
    none: 'Er staat geen melding open.',
    includeCustom: 'Ook die medewerkers maakten',
    ask: 'Verwijderen …',
    sure: (count: number) => `${plural('nl', count, 'openstaande melding', 'openstaande meldingen')} verwijderen?`,
    sureHint: 'Niemand hoeft er nog iets mee. Eén voor één kunnen ze op de pagina van het lid worden heropend.',
    remove: (count: number) => `${count} verwijderen`,
    keep: 'Laat staan',
    changed: (count: number) => `Inmiddels zijn het er ${count}. Kijk nog eens voor je ze verwijdert.`,
    done: (count: number) => `${plural('nl', count, 'melding', 'meldingen')} verwijderd.`,
  },
});
