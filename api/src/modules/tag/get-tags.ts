import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { tagJson } from './tag.entity.ts';
import type { Tag } from './tag.entity.ts';
import { canSeeHealthTags } from './tag.policy.ts';

/** The gym's custom tags by name; archived ones last. Those about health only for who may see them. */
export async function getTags(context: Context, includeArchived: boolean): Promise<Tag[]> {
  const rows = await context.db.rows<{ tag: Tag }>(
    `select ${tagJson('t')} as tag from tag t where ($1 or t.archived_at is null) and ($2 or not t.is_health_data)
      order by t.archived_at is not null, fold(t.name), t.id`,
    [includeArchived, canSeeHealthTags(signedIn(context))],
    { name: 'get_tags' },
  );
  return rows.map((row) => row.tag);
}

/** For the answer of a verb that has just changed it. */
export async function getTag(context: Context, id: string): Promise<Tag> {
  const rows = isUuid(id)
    ? await context.db.rows<{ tag: Tag }>(
        `select ${tagJson('t')} as tag from tag t where t.id = $1 and ($2 or not t.is_health_data)`,
        [id, canSeeHealthTags(signedIn(context))],
        { name: 'get_tag' },
      )
    : [];
  if (!rows[0]) throw new NotFoundError('There is no such tag.');
  return rows[0].tag;
}
