// The settings that what is typed looks for, the likeliest first. Pure.
import { folded } from '../../../i18n/folded';
import type { Words, Setting, SettingsPage } from './settingsIndex';

export interface FoundSetting {
  page: SettingsPage;
  /** Null: the page as a whole. */
  setting: Setting | null;
}

const shownAtMost = 12;

export function findSettings(typed: string, pages: readonly SettingsPage[]): FoundSetting[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return pages
    .flatMap((page) => [{ page, setting: null }, ...page.settings.map((setting) => ({ page, setting }))])
    .map((found, at) => ({ found, at, rank: rankOf(found, wanted) * 2 + (found.setting ? 1 : 0) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, shownAtMost)
    .map(({ found }) => found);
}

/** Every word must be found somewhere: at the start of the name best, by the name of the page or another word for it last. */
function rankOf({ page, setting }: FoundSetting, wanted: readonly string[]): number {
  const name = wordsIn(setting?.label ?? page.title);
  const others = `${wordsIn(page.title)} ${folded(setting?.words ?? page.words)}`;
  const ranks = wanted.map((word) => {
    if (hasStart(name, word)) return 0;
    if (name.includes(word)) return 1;
    if (hasStart(others, word)) return 2;
    return others.includes(word) ? 3 : Infinity;
  });
  return Math.max(...ranks) * 10 + ranks.reduce((sum, rank) => sum + rank, 0);
}

const wordsIn = ({ en, nl }: Words): string => `${folded(en)} ${folded(nl)}`;

const hasStart = (text: string, word: string): boolean => ` ${text}`.includes(` ${word}`);

export const addressOf = ({ page, setting }: FoundSetting): string =>
  `/settings/${page.path}${setting ? `#${setting.id}` : ''}`;
