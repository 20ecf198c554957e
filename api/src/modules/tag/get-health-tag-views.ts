// Who saw the health tags of a member. The list names them, so reading it is a view too.
import type { Context } from '../../graphql/context.ts';
import type { PageInput } from '../../graphql/page.ts';
import type { Member } from '../member/member.entity.ts';
import type { HealthTagViewPage } from './health-tag-view.type.ts';
import { noteHealthTagViews } from './note-health-tag-views.ts';
import { healthTagViews } from './tag.branches.ts';

export async function getHealthTagViews(
  context: Context,
  member: Member,
  page: PageInput,
): Promise<HealthTagViewPage | null> {
  const views = await context.branches.branch(healthTagViews, member, page);
  const named = new Set(views?.items.map(({ tag }) => tag.id));
  await noteHealthTagViews(
    context,
    [...named].map((tagId) => ({ memberId: member.id, tagId })),
  );
  return views;
}
