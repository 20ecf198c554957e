// The words of notes.
import { defineTexts } from '../../i18n/text';

export const noteTexts = defineTexts({
  en: {
    title: 'Notes',
    all: 'All notes',
    add: 'New note',
    none: 'No notes yet.',
    noneHint: 'Only the team sees them, never the member.',
    unavailable: 'The notes could not be read.',
  },
  nl: {
    title: 'Notities',
    all: 'Alle notities',
    add: 'Nieuwe notitie',
    none: 'Nog geen notities.',
    noneHint: 'Alleen het team ziet ze, nooit het lid.',
    unavailable: 'De notities konden niet worden gelezen.',
  },
});
