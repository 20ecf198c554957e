// The title of the tab, and with it what a screen reader says on a new page.
import { useEffect } from 'react';

export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Spotter` : 'Spotter';
  }, [title]);
}
