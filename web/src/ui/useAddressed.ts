// Which panel or dialog stands over the page, kept in the address: it can be linked to, and the back button closes it.
import { useCallback, useEffect, useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

interface Addressed {
  /** What is open, e.g. "history"; null when nothing is. */
  value: string | null;
  open: (value: string) => void;
  close: () => void;
}

export function useAddressed(kind: 'panel' | 'dialog'): Addressed {
  const [params] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const isClosing = useRef(false);
  // Kept here, so that an action registered a while ago opens from where the page is now.
  const wasOpenedHere = useRef(false);
  wasOpenedHere.current = Boolean((location.state as { isOverlay?: boolean } | null)?.isOverlay);

  useEffect(() => {
    isClosing.current = false;
  }, [location.key]);

  const open = useCallback(
    (value: string) => {
      const next = new URLSearchParams(window.location.search);
      if (next.get(kind) === value) return;
      next.set(kind, value);
      void navigate({ search: `?${next}` }, { state: { isOverlay: true }, preventScrollReset: true });
    },
    [kind, navigate],
  );

  const close = useCallback(() => {
    // Going back takes a moment; a second Escape must not leave the page.
    if (isClosing.current) return;
    isClosing.current = true;
    if (wasOpenedHere.current) return void navigate(-1);
    const next = new URLSearchParams(window.location.search);
    next.delete(kind);
    void navigate({ search: next.size > 0 ? `?${next}` : '' }, { replace: true, preventScrollReset: true });
  }, [kind, navigate]);

  return { value: params.get(kind), open, close };
}
