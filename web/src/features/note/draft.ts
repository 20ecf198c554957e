// A note half written survives navigating and reloading. Kept for this tab only: it is about somebody.
const keyOf = (memberId: string): string => `spotter.draft.note.${memberId}`;

export interface Draft {
  /** The id the note will have, so that saving twice makes one note. */
  id: string;
  text: string;
}

export function readDraft(memberId: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(memberId)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(memberId: string, draft: Draft | null): void {
  try {
    if (draft?.text) sessionStorage.setItem(keyOf(memberId), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(memberId));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Draft | null;
  return typeof draft?.id === 'string' && typeof draft.text === 'string';
}
