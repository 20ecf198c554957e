import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { getTag } from './get-tags.ts';
import { tagColorOf, tagNameOf } from './tag-input.ts';
import { Tag } from './tag.entity.ts';
import type { CreateTagInput } from './tag.inputs.ts';
import type { TagPayload } from './tag.payloads.ts';
import { assertCanManageTags, assertCanMarkHealthData } from './tag.policy.ts';

export async function createTag(context: Context, input: CreateTagInput): Promise<TagPayload> {
  const viewer = signedIn(context);
  assertCanManageTags(viewer);
  if (input.isHealthData) assertCanMarkHealthData(viewer, true);
  const id = idFor(input.id);
  const row = {
    id,
    gymId: viewer.gymId,
    name: tagNameOf(input.name),
    color: tagColorOf(input.color),
    isHealthData: input.isHealthData,
    createdAt: context.clock.now(),
  };
  await context.db.write(async (em) => {
    if (await insertOnce(em, Tag, row)) return;
    if (!(await em.findOne(Tag, { id }))) throw new UserInputError('name', 'NAME_TAKEN', 'Another tag has this name.');
  });
  return { tag: await getTag(context, id) };
}
