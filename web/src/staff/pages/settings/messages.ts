// The words of the list of settings, and of those that no form names.
import { defineTexts } from '../../../i18n/text';

export const settingsTexts = defineTexts({
  en: {
    hint: 'Type what you want to set, in Dutch or English. Every setting has an address of its own.',
    search: 'Search the settings',
    nothing: (query: string) => `No setting is like “${query}”.`,
    settings: {
      tagName: 'Name of a tag',
      tagColor: 'Colour of a tag',
      sessionTypeName: 'Name and colour of a session type',
      calendarName: 'Name of a calendar',
    },
  },
  nl: {
    hint: 'Typ wat je wilt instellen, in het Nederlands of Engels. Elke instelling heeft een eigen adres.',
    search: 'Zoek in de instellingen',
    nothing: (query: string) => `Geen instelling lijkt op “${query}”.`,
    settings: {
      tagName: 'Naam van een tag',
      tagColor: 'Kleur van een tag',
      sessionTypeName: 'Naam en kleur van een lestype',
      calendarName: 'Naam van een agenda',
    },
  },
});
