// Takes a tag out of use, or brings it back. Its members keep it, unseen, so that bringing it back loses nothing.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { findTag } from './find-tag.ts';
import { getTag } from './get-tags.ts';
import { withUniqueName } from './tag-input.ts';
import type { TagIdInput } from './tag.inputs.ts';
import type { TagPayload } from './tag.payloads.ts';
import { assertCanManageTags } from './tag.policy.ts';

export async function archiveTag(context: Context, { id }: TagIdInput): Promise<TagPayload> {
  const viewer = signedIn(context);
  assertCanManageTags(viewer);
  await context.db.write(async (em) => {
    const tag = await findTag(em, viewer, id);
    tag.archivedAt ??= context.clock.now();
  });
  return { tag: await getTag(context, id) };
}

export async function restoreTag(context: Context, { id }: TagIdInput): Promise<TagPayload> {
  const viewer = signedIn(context);
  assertCanManageTags(viewer);
  await withUniqueName(() =>
    context.db.write(async (em) => {
      const tag = await findTag(em, viewer, id);
      tag.archivedAt = null;
    }),
  );
  return { tag: await getTag(context, id) };
}
