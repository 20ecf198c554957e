// Finds the file behind a download. What is deleted, not saved, of another gym or not there looks the same.
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError, NotFoundError } from '../../graphql/errors.ts';

export interface Download {
  id: string;
  name: string;
  contentType: string;
  sizeBytes: number;
  key: string;
}

export async function findDownload(context: Context, id: string): Promise<Download> {
  if (signedIn(context).kind !== 'EMPLOYEE') throw new ForbiddenError();
  const [download] = !isUuid(id)
    ? []
    : await context.db.rows<Download>(
        `select id, name, content_type as "contentType", size_bytes::float8 as "sizeBytes", storage_key as key
           from attachment where id = $1 and state = 'SAVED' and deleted_at is null and storage_key is not null`,
        [id],
        { name: 'find_download' },
      );
  if (!download) throw new NotFoundError('There is no such file.');
  return download;
}
