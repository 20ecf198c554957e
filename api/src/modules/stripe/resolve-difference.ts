// An admin has looked at a difference and put it right, or knows why it is none.
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { getStripeSettings } from './get-stripe-settings.ts';
import type { StripeSettingsPayload } from './stripe-settings.type.ts';
import type { StripeDifferenceIdInput } from './stripe.inputs.ts';

export async function resolveStripeDifference(
  context: Context,
  { id }: StripeDifferenceIdInput,
): Promise<StripeSettingsPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_PAYMENTS);
  const found = isUuid(id)
    ? await context.db.write((em) =>
        em.execute<object[]>(
          `update stripe_difference set resolved_at = coalesce(resolved_at, ?), resolved_by = coalesce(resolved_by, ?) where id = ? returning 1`,
          [context.clock.now(), viewer.employeeId, id],
        ),
      )
    : [];
  if (found.length === 0) throw new NotFoundError('There is no such difference.');
  return { settings: await getStripeSettings(context) };
}
