// A page of a member's timeline; the health tags that it names are noted as seen before it is shown.
import type { Context } from '../../graphql/context.ts';
import type { Member } from '../member/member.entity.ts';
import { noteHealthTagViews } from '../tag/note-health-tag-views.ts';
import { timeline } from './timeline.branches.ts';
import type { TimelineArgs } from './timeline.inputs.ts';
import type { TimelineConnection } from './timeline.type.ts';

export async function getTimeline(context: Context, member: Member, args: TimelineArgs): Promise<TimelineConnection> {
  const { connection, healthTagIds } = await context.branches.branch(timeline, member, args);
  await noteHealthTagViews(
    context,
    healthTagIds.map((tagId) => ({ memberId: member.id, tagId })),
  );
  return connection;
}
