// Changes the name or the colour of a tag, everywhere it is shown, and whether it says something about health.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { findTag } from './find-tag.ts';
import { getTag } from './get-tags.ts';
import { tagColorOf, tagNameOf, withUniqueName } from './tag-input.ts';
import type { RenameTagInput } from './tag.inputs.ts';
import type { TagPayload } from './tag.payloads.ts';
import { assertCanManageTags, assertCanMarkHealthData } from './tag.policy.ts';

export async function renameTag(context: Context, input: RenameTagInput): Promise<TagPayload> {
  const { id, name, color, isHealthData } = input;
  const viewer = signedIn(context);
  assertCanManageTags(viewer);
  await withUniqueName(() =>
    context.db.write(async (em) => {
      const tag = await findTag(em, viewer, id);
      if (name != null) tag.name = tagNameOf(name);
      if (color != null) tag.color = tagColorOf(color);
      if (isHealthData == null || isHealthData === tag.isHealthData) return;
      assertCanMarkHealthData(viewer, isHealthData);
      tag.isHealthData = isHealthData;
    }),
  );
  return { tag: await getTag(context, id) };
}
