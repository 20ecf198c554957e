// What a member carries at this moment. Health tags are noted as seen before they are shown; without them nothing waits.
import type { Context } from '../../graphql/context.ts';
import type { Member } from '../member/member.entity.ts';
import type { CarriedTag } from './carried-tag.type.ts';
import { noteHealthTagViews } from './note-health-tag-views.ts';
import { tags } from './tag.branches.ts';
import type { CarriedTagsArgs } from './tag.inputs.ts';

export function getCarriedTags(
  context: Context,
  member: Member,
  args: CarriedTagsArgs,
): CarriedTag[] | Promise<CarriedTag[]> {
  const carried = context.branches.branch(tags, member, args);
  return carried instanceof Promise
    ? carried.then((it) => afterNoting(context, member, it))
    : afterNoting(context, member, carried);
}

function afterNoting(context: Context, { id }: Member, carried: CarriedTag[]): CarriedTag[] | Promise<CarriedTag[]> {
  const seen = carried.filter((tag) => tag.isHealthData).map((tag) => ({ memberId: id, tagId: tag.id }));
  return seen.length === 0 ? carried : noteHealthTagViews(context, seen).then(() => carried);
}
