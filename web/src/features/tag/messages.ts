// The words of a member's tags. Those of the dialog and of the settings come with them.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const tagTexts = defineTexts({
  en: {
    title: 'Tags',
    addTag: 'Tag',
    removeTag: (name: string) => `Remove the tag ${name}`,
    more: (count: number) => plural('en', count, 'more tag', 'more tags'),
    fewer: 'Fewer',
    added: (name: string) => `Tag “${name}” added.`,
    addFailed: 'The tag was not added.',
    openTag: (name: string) => `Until when ${name} counts`,
    dated: (name: string, day: string) => `“${name}” counts until ${day}.`,
    undated: (name: string) => `“${name}” counts until somebody removes it.`,
    dateFailed: 'The date was not changed.',
    removed: (name: string) => `Tag “${name}” removed.`,
    removeFailed: 'The tag was not removed.',
  },
  nl: {
    title: 'Tags',
    addTag: 'Tag',
    removeTag: (name: string) => `Tag ${name} weghalen`,
    more: (count: number) => plural('nl', count, 'tag meer', 'tags meer'),
    fewer: 'Minder',
    added: (name: string) => `Tag “${name}” toegevoegd.`,
    addFailed: 'De tag is niet toegevoegd.',
    openTag: (name: string) => `Tot wanneer ${name} geldt`,
    dated: (name: string, day: string) => `“${name}” geldt t/m ${day}.`,
    undated: (name: string) => `“${name}” geldt tot iemand hem weghaalt.`,
    dateFailed: 'De datum is niet aangepast.',
    removed: (name: string) => `Tag “${name}” weggehaald.`,
    removeFailed: 'De tag is niet weggehaald.',
  },
});
