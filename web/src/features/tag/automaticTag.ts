// The sign and the words of the tags that nobody puts on by hand.
import { defineTexts } from '../../i18n/text';
import type { TagKind } from '../../graphql/schema.generated';
import type { IconName } from '../../ui/Icon';

export const automaticTagIcons: Record<TagKind, IconName | undefined> = {
  CUSTOM: undefined,
  BIRTHDAY: 'heart',
  NEW_MEMBER: 'person',
  FIRST_SESSION: 'flag',
};

export const automaticTagTexts = defineTexts({
  en: { BIRTHDAY: 'Birthday', NEW_MEMBER: 'New member', FIRST_SESSION: 'First session' },
  nl: { BIRTHDAY: 'Jarig', NEW_MEMBER: 'Nieuw lid', FIRST_SESSION: 'Eerste les' },
});
