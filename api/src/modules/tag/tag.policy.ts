// Who keeps the gym's tags. Pure.
import { ForbiddenError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';

export const canManageTags = (viewer: Viewer): boolean => viewer.kind === 'EMPLOYEE' && viewer.scope === 'WRITE';

export function assertCanManageTags(viewer: Viewer): void {
  if (!canManageTags(viewer)) throw new ForbiddenError();
}
