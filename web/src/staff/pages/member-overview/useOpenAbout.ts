// Opens a dialog of the overview about one purchase. In the place of the shop, so that going back leads to the overview.
import { useNavigate } from 'react-router';

export function useOpenAbout() {
  const navigate = useNavigate();
  return (dialog: 'checkout' | 'refund', purchaseId: string) => {
    const next = new URLSearchParams(window.location.search);
    const replace = next.get('dialog') === 'purchase';
    next.set('dialog', dialog);
    next.set('purchase', purchaseId);
    void navigate({ search: `?${next}` }, { replace, state: { isOverlay: true }, preventScrollReset: true });
  };
}
