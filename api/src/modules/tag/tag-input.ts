// What a tag may be called and look like; used by every verb that sets them.
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { UserInputError } from '../../graphql/errors.ts';
import { colorOf, lineOf } from '../../graphql/text-input.ts';

export const tagNameOf = (name: string): string => lineOf('name', name, 40);

export const tagColorOf = (color: string): string => colorOf('color', color);

/** Runs a change that may meet a tag of the same name: the database's unique index decides, also when both come at once. */
export async function withUniqueName<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw new UserInputError('name', 'NAME_TAKEN', 'Another tag has this name.');
  }
}
