// One upload: reserve the space, send the bytes while the name is being adjusted, save under that name.
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { newId } from '../../graphql/newId';
import { SaveAttachmentDocument, StartAttachmentUploadDocument } from './AttachmentCard.generated';
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
  useEffect(() => () => abort.current?.abort(), []);

  const start = async (file: File) => {
    abort.current?.abort();
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
      await putFile(data.startAttachmentUpload.uploadUrl, file, (progress) => change({ progress }), controller.signal);
      change({ progress: 1, isUploaded: true });
    } catch (error) {
      if (!controller.signal.aborted) change({ error });
    }
  };
  const save = (name: string) =>
    client.mutate({ mutation: SaveAttachmentDocument, variables: { input: { id: upload?.attachmentId ?? '', name } } });
  return { upload, start, save, forget: () => setUpload(null) };
}
