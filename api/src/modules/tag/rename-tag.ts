// Changes the name or the colour of a tag, everywhere it is shown.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { findTag } from './find-tag.ts';
import { getTag } from './get-tags.ts';
import { tagColorOf, tagNameOf, withUniqueName } from './tag-input.ts';
import type { RenameTagInput } from './tag.inputs.ts';
import type { TagPayload } from './tag.payloads.ts';
import { assertCanManageTags } from './tag.policy.ts';

export async function renameTag(context: Context, { id, name, color }: RenameTagInput): Promise<TagPayload> {
  assertCanManageTags(signedIn(context));
  await withUniqueName(() =>
    context.db.write(async (em) => {
      const tag = await findTag(em, id);
      if (name != null) tag.name = tagNameOf(name);
      if (color != null) tag.color = tagColorOf(color);
    }),
  );
  return { tag: await getTag(context, id) };
}
