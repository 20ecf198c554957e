// The actions whose words all begin like what is typed. Pure.
import type { Action } from '../../actions/Action';

const shownWithoutQuery = 5;

export function matchingActions(actions: readonly Action[], query: string): readonly Action[] {
  const offered = actions.filter((action) => !action.id.startsWith('search'));
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return offered.filter((action) => !action.disabledReason).slice(0, shownWithoutQuery);
  return offered
    .filter((action) => {
      const own = fold(`${action.label} ${action.group} ${action.keywords ?? ''}`).split(/\s+/);
      return words.every((word) => own.some((part) => part.startsWith(word)));
    })
    .slice(0, 6);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
