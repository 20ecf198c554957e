// Who keeps the gym's tags, and who sees those about health. Pure.
import { ForbiddenError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';

export const canManageTags = (viewer: Viewer): boolean => viewer.kind === 'EMPLOYEE' && viewer.scope === 'WRITE';

export function assertCanManageTags(viewer: Viewer): void {
  if (!canManageTags(viewer)) throw new ForbiddenError();
}

/** Staff in person. A script has no eyes to answer for: for it there are no health tags. */
export const canSeeHealthTags = (viewer: Viewer): boolean => viewer.kind === 'EMPLOYEE' && viewer.via === 'SESSION';

/** Who may say that a tag is about health, and that it no longer is: then scripts see it, and views are noted no more. */
export function assertCanMarkHealthData(viewer: Viewer, isHealthData: boolean): void {
  const mayMark = canSeeHealthTags(viewer) && (isHealthData || viewer.role === 'ADMIN');
  if (!mayMark) throw new ForbiddenError('Only staff in person may mark health data, and only an admin may unmark it.');
}
