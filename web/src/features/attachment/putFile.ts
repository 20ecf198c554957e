// Sends the bytes of a file, telling how far it is. XMLHttpRequest, since fetch cannot tell.
import { CombinedGraphQLErrors } from '@apollo/client/errors';

export function putFile(
  url: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(refusal(request.responseText))));
    request.addEventListener('error', () => reject(new Error('Upload failed')));
    request.addEventListener('abort', () => reject(new DOMException('Upload cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.open('PUT', url);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.send(file);
  });
}

/** The doors for files refuse in the words of the graph. */
function refusal(body: string): Error {
  try {
    const { error, reason, message } = JSON.parse(body) as Record<string, string>;
    const isOfTheGraph = error === 'UNAUTHENTICATED' || error === 'FORBIDDEN' || error === 'NOT_FOUND';
    const extensions = isOfTheGraph ? { code: error } : { code: 'BAD_USER_INPUT', reason: reason ?? error };
    return new CombinedGraphQLErrors({ data: null }, [{ message: message ?? '', extensions }]);
  } catch {
    // Something between us and the server answered.
    return new Error('Upload refused');
  }
}
