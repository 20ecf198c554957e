// What can be done with a batch in its state: the same answer lights up a button and guards the verb behind it. Pure.
import { ForbiddenError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { assertMayInGym, viewerPermissions } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { PaymentBatchPermission, PaymentBatchState } from './payment-batch.type.ts';

const { DRAFT, EXPORTED, SUBMITTED, SETTLED } = PaymentBatchState;
const { EXPORT, SUBMIT, SETTLE, CANCEL, RETURN } = PaymentBatchPermission;

const states: Record<PaymentBatchPermission, readonly PaymentBatchState[]> = {
  [EXPORT]: [DRAFT, EXPORTED, SUBMITTED, SETTLED],
  [SUBMIT]: [EXPORTED],
  [SETTLE]: [SUBMITTED],
  [CANCEL]: [DRAFT, EXPORTED],
  [RETURN]: [SUBMITTED, SETTLED],
};

export interface BatchInTime {
  state: PaymentBatchState;
  collectionOn: string;
}

export function isPossible(permission: PaymentBatchPermission, batch: BatchInTime, today: string): boolean {
  // Nobody has the money before the day of collection.
  if (permission === SETTLE && today < batch.collectionOn) return false;
  return states[permission].includes(batch.state);
}

export function batchPermissions(viewer: Viewer, batch: BatchInTime, today: string): PaymentBatchPermission[] {
  if (!viewerPermissions(viewer).includes(Permission.MANAGE_PAYMENTS)) return [];
  return Object.values(PaymentBatchPermission).filter((it) => isPossible(it, batch, today));
}

/** Admins, and tokens of theirs that may write. */
export function assertMayManagePayments(viewer: Viewer): void {
  assertMayInGym(viewer, Permission.MANAGE_PAYMENTS);
}

/** For reading: the lists and pages of payments are for Admins. */
export function assertMaySeePayments(viewer: Viewer): void {
  if (viewer.kind !== 'EMPLOYEE' || viewer.role !== 'ADMIN') throw new ForbiddenError();
}
