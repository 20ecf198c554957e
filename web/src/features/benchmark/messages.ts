// The words of benchmark results.
import { defineTexts } from '../../i18n/text';

export const benchmarkTexts = defineTexts({
  en: {
    title: 'Results',
    all: 'All results',
    search: 'Narrow by name',
    none: 'No results yet.',
    noneHint: 'Members log them in their own app.',
    noneFound: (query: string) => `No result of a benchmark like “${query}”`,
    unavailable: 'The results could not be read.',
  },
  nl: {
    title: 'Resultaten',
    all: 'Alle resultaten',
    search: 'Zoek op naam',
    none: 'Nog geen resultaten.',
    noneHint: 'Leden leggen ze vast in hun eigen app.',
    noneFound: (query: string) => `Geen resultaat van een benchmark zoals “${query}”`,
    unavailable: 'De resultaten konden niet worden gelezen.',
  },
});
