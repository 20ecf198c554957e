// What attachments add to a member, as SQL over the member's row (m) and gym (g).
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { memberParent } from '../member/member.entity.ts';
import { attachmentJson } from './attachment.entity.ts';
import type { Attachment } from './attachment.entity.ts';
import type { AttachmentStorage } from './attachment-storage.type.ts';
import { takesSpace } from './storage-space.ts';

export const attachments = defineBranch<Attachment[]>({
  parent: memberParent,
  field: 'attachments',
  sql: (_, asked) =>
    jsonList(`select ${attachmentJson('a', asked)} as j from attachment a
      where a.gym_id = m.gym_id and a.member_id = m.id and a.state = 'SAVED' and a.deleted_at is null
      order by a.uploaded_at desc, a.id desc`),
});

// GraphQL's Int ends at 2 GiB; a larger limit is shown as that.
const int = (bytes: string): string => `least(${bytes}, 2147483647)`;

export const attachmentStorage = defineBranch<AttachmentStorage>({
  parent: memberParent,
  field: 'attachmentStorage',
  sql: () => `select json_build_object('usedBytes', ${int('coalesce(sum(a.size_bytes), 0)')},
      'limitBytes', ${int('g.attachment_member_limit_bytes')}, 'fileLimitBytes', ${int('g.attachment_file_limit_bytes')})
    from attachment a where a.gym_id = m.gym_id and a.member_id = m.id and ${takesSpace('a')}`,
});
