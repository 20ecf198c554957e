// Opens a dialog of the overview about one purchase or tag. In the place of the shop, so that going back leads to the overview.
import { useNavigate } from 'react-router';

/** The name in the address of what a dialog is about. */
const about = { checkout: 'purchase', refund: 'purchase', tag: 'tag' };

export function useOpenAbout() {
  const navigate = useNavigate();
  return (dialog: keyof typeof about, ...ids: string[]) => {
    const next = new URLSearchParams(window.location.search);
    const replace = next.get('dialog') === 'purchase';
    next.set('dialog', dialog);
    next.delete(about[dialog]);
    for (const id of ids) next.append(about[dialog], id);
    void navigate({ search: `?${next}` }, { replace, state: { isOverlay: true }, preventScrollReset: true });
  };
}
