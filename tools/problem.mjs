// A problem whose message is all that the person at the terminal needs: it is printed without a stack.
export class Problem extends Error {}

const meanings = [
  [
    'ENOSPC',
    /No space left on device|wrote only \d+ of/i,
    (where) => `The disk is full: make room on the file system of ${where} and start again.`,
  ],
  ['EDQUOT', /Disk quota exceeded/i, (where) => `Your disk quota is used up: make room for ${where} and start again.`],
  [
    'EROFS',
    /Read-only file system/i,
    (where) => `${where} is on a read-only file system: set DATA_DIR to a directory that can be written.`,
  ],
  [
    'EACCES',
    /Permission denied/i,
    (where) => `${where} cannot be written by this user: correct its owner, or set DATA_DIR to another directory.`,
  ],
  [
    'ENOTDIR',
    /Not a directory|EEXIST: .*mkdir/i,
    (where) => `A part of ${where} is a file, not a directory: set DATA_DIR to another directory.`,
  ],
  [
    'EPERM',
    /Operation not permitted/i,
    (where) => `${where} cannot be written by this user: correct its owner, or set DATA_DIR to another directory.`,
  ],
];

/** The one sentence for a failure of the file system, or undefined when it is something else. */
export function fileSystemProblem(error, where) {
  const text = typeof error === 'string' ? error : `${error?.code ?? ''} ${error?.message ?? ''}`;
  const found = meanings.find(([code, pattern]) => error?.code === code || pattern.test(text));
  return found && new Problem(found[2](where));
}

/** Prints what went wrong (the stack only when it is not a Problem) and ends the process with 1. */
export function failWith(error) {
  console.error(error instanceof Problem ? `\n${error.message}` : error);
  process.exit(1);
}
