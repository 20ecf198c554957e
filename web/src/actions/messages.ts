// The words of the keyboard: the sheet of shortcuts, its switch, refusals.
import { defineTexts } from '../i18n/text';

export const actionTexts = defineTexts({
  en: {
    notAllowed: 'Your role does not allow this. Ask an administrator of your gym.',
    title: 'Keyboard shortcuts',
    singleKeys: 'Single-key shortcuts',
    singleKeysHint: 'Never fire while you type. Ctrl/⌘ combinations always work.',
    on: 'On',
    off: 'Off',
    none: 'This page has no shortcuts.',
    next: 'Next key',
  },
  nl: {
    notAllowed: 'Je rol staat dit niet toe. Vraag een beheerder van je gym.',
    title: 'Sneltoetsen',
    singleKeys: 'Sneltoetsen van één letter',
    singleKeysHint: 'Doen niets terwijl je typt. Combinaties met Ctrl/⌘ werken altijd.',
    on: 'Aan',
    off: 'Uit',
    none: 'Deze pagina heeft geen sneltoetsen.',
    next: 'Volgende toets',
  },
});
