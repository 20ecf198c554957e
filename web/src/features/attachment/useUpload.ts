// One upload: reserve the space, send the bytes while the name is being adjusted, save under that name.
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../../graphql/newId';
import {
  DeleteAttachmentDocument,
  SaveAttachmentDocument,
  StartAttachmentUploadDocument,
} from './AttachmentCard.generated';
import { putFile } from './putFile';

export interface Upload {
  file: File;
  attachmentId: string;
  /** 0 to 1; 1 when the server has all of it. */
  progress: number;
  isUploaded: boolean;
  error: unknown;
}

export function useUpload(memberId: string) {
  const client = useApolloClient();
  const [upload, setUpload] = useState<Upload | null>(null);
  const abort = useRef<AbortController | null>(null);
  /** What the server holds room for, although nobody has saved it. */
  const unsaved = useRef<string | null>(null);

  const drop = useCallback(() => {
    abort.current?.abort();
    const id = unsaved.current;
    unsaved.current = null;
    setUpload(null);
    // Should it fail, the server gives the room back by itself within the hour.
    if (id) client.mutate({ mutation: DeleteAttachmentDocument, variables: { input: { id } } }).catch(() => {});
  }, [client]);
  useEffect(() => drop, [drop]);

  const start = async (file: File) => {
    drop();
    const controller = new AbortController();
    abort.current = controller;
    const id = newId();
    const change = (part: Partial<Upload>) =>
      setUpload((known) => (known?.attachmentId === id ? { ...known, ...part } : known));
    setUpload({ file, attachmentId: id, progress: 0, isUploaded: false, error: null });
    try {
      const input = { id, memberId, name: file.name, sizeBytes: file.size };
      const { data } = await client.mutate({ mutation: StartAttachmentUploadDocument, variables: { input } });
      if (!data) throw new Error('No answer');
      if (controller.signal.aborted) return;
      await putFile(data.startAttachmentUpload.uploadUrl, file, (progress) => change({ progress }), controller.signal);
      unsaved.current = id;
      change({ progress: 1, isUploaded: true });
    } catch (error) {
      if (!controller.signal.aborted) change({ error });
    }
  };
  const save = async (name: string) => {
    const id = upload?.attachmentId ?? '';
    const saved = await client.mutate({ mutation: SaveAttachmentDocument, variables: { input: { id, name } } });
    if (unsaved.current === id) unsaved.current = null;
    return saved;
  };
  return { upload, start, save, forget: drop };
}
