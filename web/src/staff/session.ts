// Who is signed in, for any part of the staff's pages; null while the page's query is still under way.
import { createContext, use } from 'react';
import type { Session_ViewerFragment } from './Session.generated';

export const ViewerContext = createContext<Session_ViewerFragment | null>(null);

export function useViewer(): Session_ViewerFragment | null {
  return use(ViewerContext);
}
