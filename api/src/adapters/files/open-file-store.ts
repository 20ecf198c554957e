import type { FileStoreOnDisk, FileStoreOnS3 } from '../../config.ts';
import { DiskFileStore } from './disk-file-store.ts';
import type { FileStore } from './file-store.ts';

export async function openFileStore(config: FileStoreOnDisk | FileStoreOnS3): Promise<FileStore> {
  if (config.kind === 'disk') return new DiskFileStore(config.directory);
  // The S3 client takes a while to load: only who uses it pays.
  const { S3FileStore } = await import('./s3-file-store.ts');
  return new S3FileStore(config);
}
