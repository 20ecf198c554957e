// The sign and the words of the tags that nobody puts on by hand, and what is said beside the others.
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
  en: {
    BIRTHDAY: 'Birthday',
    NEW_MEMBER: 'New member',
    FIRST_SESSION: 'First session',
    until: (day: string) => `until ${day}`,
    health: 'Health data: who looks is noted',
  },
  nl: {
    BIRTHDAY: 'Jarig',
    NEW_MEMBER: 'Nieuw lid',
    FIRST_SESSION: 'Eerste les',
    until: (day: string) => `t/m ${day}`,
    health: 'Gezondheidsgegeven: wie kijkt wordt vastgelegd',
  },
});

/** In the order in which they are shown. */
export const automaticTagKinds = ['BIRTHDAY', 'FIRST_SESSION', 'NEW_MEMBER'] as const;

/** As the server gives them to members. */
export const automaticTagColors = { BIRTHDAY: '#b5467a', NEW_MEMBER: '#2f7d5b', FIRST_SESSION: '#2f6fb0' };
