import { isUuid } from '../../database/uuid.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { tagJson } from './tag.entity.ts';
import type { Tag } from './tag.entity.ts';

/** The gym's custom tags by name; archived ones last. */
export async function getTags(context: Context, includeArchived: boolean): Promise<Tag[]> {
  const rows = await context.db.rows<{ tag: Tag }>(
    `select ${tagJson('t')} as tag from tag t where $1 or t.archived_at is null
      order by t.archived_at is not null, fold(t.name), t.id`,
    [includeArchived],
    { name: 'get_tags' },
  );
  return rows.map((row) => row.tag);
}

/** For the answer of a verb that has just changed it. */
export async function getTag(context: Context, id: string): Promise<Tag> {
  const rows = isUuid(id)
    ? await context.db.rows<{ tag: Tag }>(`select ${tagJson('t')} as tag from tag t where t.id = $1`, [id], {
        name: 'get_tag',
      })
    : [];
  if (!rows[0]) throw new NotFoundError('There is no such tag.');
  return rows[0].tag;
}
